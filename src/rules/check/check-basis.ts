import type { PolicyBasis, PolicyDocument } from "../../model/generated/policy.ts";
import type { Report } from "./report.ts";
import { unknownWord } from "./unknown-word.ts";

/** Checks that a basis names a source of the policy; `proposal` is built in. */
export function checkBasis(
  basis: PolicyBasis,
  pointer: string,
  policy: PolicyDocument,
  report: Report,
): boolean {
  if (basis.source === "proposal" || Object.hasOwn(policy.sources, basis.source)) return true;
  const known = ["proposal", ...Object.keys(policy.sources)];
  const { message, help } = unknownWord("source", basis.source, known, "add it to `sources`");
  report(`${pointer}/source`, message, help);
  return false;
}
