import { readFileSync } from "node:fs";
import { join } from "node:path";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import type { Page } from "../../src/site/page.ts";
import { policyPages } from "../../src/site/policy-pages.ts";
import { ROOT, shippedBundle } from "../load-repository.ts";
import { policyFrom } from "../rules/policy-from.ts";

/** The pages of the shipped policies. */
export function shippedPages(): readonly Page[] {
  const { bundle } = shippedBundle();
  const prose = bundle.policyDocuments.map(({ file, value }) => {
    const readme = file.replace("policy.yaml", "README.md");
    return [value.id, readFileSync(join(ROOT, readme), "utf8")] as const;
  });
  return policyPages({ policies: bundle.policies, plan: bundle.plan?.value, prose: new Map(prose) });
}

/** The page of one policy, written as YAML, in a language. */
export function pageOf(yaml: string, file: string, prose = ""): string {
  const { policies, problems } = checkPolicies([policyFrom(yaml)], vocabulary);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  const pages = policyPages({ policies, plan: undefined, prose: new Map([["test-policy", prose]]) });
  return pages.find((page) => page.file === file)?.text ?? "";
}

/** The text under a heading of a page, to the next heading of the same level or above. */
export function under(page: string, heading: string): string {
  const [, after = ""] = page.split(`\n${heading}\n`);
  const level = /^#+/.exec(heading)?.[0].length ?? 1;
  return (after.split(new RegExp(`^(?:#{1,${level}} |<a )`, "m"))[0] ?? "").trim();
}
