import { pageExamples } from "../engine/page-examples.ts";
import { uriPath } from "../render/uri-path.ts";
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
  { language, prose }: PageSetting,
): string | undefined {
  const page = prose.get(policy.document.value.id) ?? "";
  const heading = headings(page).find((text) => text.split(/\s/)[0] === rule);
  if (heading === undefined) return undefined;
  return `[${code(rule, language)}](${prosePath(policy)}#${headingAnchor(heading)})`;
}

/** Where a policy's prose stands, from the folder of the pages. */
export function prosePath({ document }: CheckedPolicy): string {
  return `../../${uriPath(document.file.replace(/[^/]*$/, "README.md"))}`;
}

/** Headings of a page, without what looks like one inside a fence. */
function headings(markdown: string): readonly string[] {
  const outside = markdown.replace(/^```[\s\S]*?^```$/gm, "");
  return [...outside.matchAll(/^#+\s+(.*?)\s*$/gm)].map(([, text = ""]) => text);
}

/** The anchor GitHub gives a heading: lower case, without punctuation, hyphens for spaces. */
function headingAnchor(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "");
  return encodeURIComponent(kept.replaceAll(" ", "-"));
}
