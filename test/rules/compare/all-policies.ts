import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Document } from "../../../src/model/document.ts";
import type { PolicyDocument } from "../../../src/model/generated/policy.ts";
import { vocabulary } from "../../../src/model/generated/vocabulary-value.ts";
import { loadDocument } from "../../../src/parse/load-document.ts";
import { checkPolicies } from "../../../src/rules/check-policies.ts";
import type { CheckedPolicies } from "../../../src/rules/checked-policies.ts";

const POLICIES = new URL("../../../policies/", import.meta.url);

/** The policies of this repository, each with its text changed by `edit`, checked against the real vocabulary. */
export function allPolicies(
  edit: (text: string, policy: string) => string = (text) => text,
): CheckedPolicies {
  const folders = readdirSync(POLICIES, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/policy.yaml`, POLICIES)),
  );
  const documents = folders.flatMap(({ name }) => {
    const file = `policies/${name}/policy.yaml`;
    const bytes = new TextEncoder().encode(
      edit(readFileSync(new URL(`${name}/policy.yaml`, POLICIES), "utf8"), name),
    );
    const loaded = loadDocument({ file, bytes, mode: "100644" }, { gate: false, kind: "Policy" });
    if (!loaded.ok) throw new Error(`${file}: ${loaded.problems.map(({ message }) => message).join("; ")}`);
    // The validator of the kind has accepted it.
    return [loaded.document as Document<PolicyDocument>];
  });
  return checkPolicies(documents, vocabulary).policies;
}
