import { pageExamples } from "../engine/page-examples.ts";
import type { CheckedPolicy } from "../rules/checked-policies.ts";
import type { PageSetting } from "./page-setting.ts";
import { code } from "./prose.ts";

/** A link to a rule's executed examples, with how many fail, pass and cannot be decided; a sentence where it has none. */
export function exampleLink(rule: string, policy: CheckedPolicy, setting: PageSetting): string {
  const { say, prose } = setting;
  const page = prose.get(policy.document.value.id) ?? "";
  const link = proseLink(rule, policy, setting);
  if (link === undefined) return say("noExamples");
  const examples = pageExamples(page).filter((example) => example.rule === rule);
  const count = (expected: string) => examples.filter((example) => example.expected === expected).length;
  if (examples.length === 0) return `${link}: ${say("noneRuns")}`;
  const counts = say("examples", {
    fails: count("fails"),
    passes: count("passes"),
    unknown: count("unknown"),
  });
  return `${link}: ${counts}`;
}

/** A link to the place of a rule in the prose beside its policy; `undefined` where it has none. */
export function proseLink(
  rule: string,
  policy: CheckedPolicy,
  { language, prose, addresses }: PageSetting,
): string | undefined {
  const page = prose.get(policy.document.value.id) ?? "";
  const heading = headings(page).find((text) => text.split(/\s/)[0] === rule);
  if (heading === undefined) return undefined;
  const { file, value } = policy.document;
  const address = addresses.prose(value.id, proseFile(file), { id: rule, heading });
  return `[${code(rule, language)}](${address})`;
}

/** Where a policy's prose stands. */
export function proseAddress({ document }: CheckedPolicy, { addresses }: PageSetting): string {
  return addresses.prose(document.value.id, proseFile(document.file));
}

function proseFile(policy: string): string {
  return policy.replace(/[^/]*$/, "README.md");
}

/** Headings of a page, without what looks like one inside a fence. */
function headings(markdown: string): readonly string[] {
  const outside = markdown.replace(/^```[\s\S]*?^```$/gm, "");
  return [...outside.matchAll(/^#+\s+(.*?)\s*$/gm)].map(([, text = ""]) => text);
}
