import type { Operand } from "../form.ts";
import type { Fact, Subject } from "../vocabulary.ts";
import { checkOperand } from "./check-operand.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { readableFact } from "./readable-fact.ts";
import { placeOf, type WrittenClause } from "./written-clause.ts";

/** What a manifest limits. An edit of anything else would state a fact about the system that nobody has looked at. */
const LIMITED: ReadonlySet<Fact["type"]> = new Set(["duration", "integer", "number", "ordered"]);

/** Checks the edit a clause offers; `wrong` where it was refused. */
export function checkFix(
  written: WrittenClause,
  subject: Subject,
  scope: PolicyScope,
): { readonly fact: Fact; readonly to: Operand } | "wrong" | undefined {
  const { value, at } = placeOf(written, "fix");
  if (value === undefined) return undefined;
  const found = readableFact(value.set, `${at}/set`, scope, subject.scope);
  if (found === undefined) return "wrong";
  if (found.kind === "definition" || found.fact.type === "set") {
    scope.report(
      `${at}/set`,
      `\`${value.set}\` is not one value of the manifest`,
      "name a fact that is one value",
    );
    return "wrong";
  }
  if (!LIMITED.has(found.fact.type)) {
    scope.report(
      `${at}/set`,
      `\`${value.set}\` is no limit: writing it would state that something is done`,
      "name a duration, a number or an ordered level, or leave the fix out",
    );
    return "wrong";
  }
  const to = checkOperand(value.to, found.fact, "is", `${at}/to`, scope, subject.scope);
  return to === undefined ? "wrong" : { fact: found.fact, to };
}
