import { sentence } from "../render/words.ts";
import type { CheckedPolicy, CheckedRule } from "../rules/checked-policies.ts";
import { exampleLink } from "./example-link.ts";
import type { PageSetting } from "./page-setting.ts";
import { code } from "./prose.ts";
import { ruleAnchor } from "./rule-anchor.ts";
import { ruleParts } from "./rule-parts.ts";
import { translated } from "./translated.ts";
import { reviewNote } from "./translation-state.ts";

/** A rule as Markdown blocks: its place and heading, whether its translation was reviewed, its parts and its examples. */
export function ruleSection(
  rule: CheckedRule,
  policy: CheckedPolicy,
  setting: PageSetting,
): readonly string[] {
  const { language, say } = setting;
  const { id, written } = rule;
  return [
    `<a id="${ruleAnchor(id)}"></a>`,
    `### ${code(id, language)} ${translated(written.title, setting)}`,
    ...reviewNote(written, setting),
    ...ruleParts(rule, policy, setting).flatMap(({ name, blocks }) => [
      `#### ${sentence(say(name))}`,
      ...blocks,
    ]),
    `#### ${say("examplesHead")}`,
    exampleLink(id, policy, setting),
  ];
}
