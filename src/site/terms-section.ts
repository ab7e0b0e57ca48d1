import type { CheckedDefinition, CheckedPolicy } from "../rules/checked-policies.ts";
import { describeRule } from "../rules/describe-rule.ts";
import { conditionList, EVER } from "./over-time.ts";
import type { PageSetting } from "./page-setting.ts";
import { code } from "./prose.ts";
import { translated } from "./translated.ts";

/** What the defined words on a page mean: the policy's own definitions, and those of others its rules rest on. */
export function termsSection(policy: CheckedPolicy, setting: PageSetting): readonly string[] {
  const terms = termsOf(policy, setting);
  if (terms.length === 0) return [];
  return [`## ${setting.say("terms")}`, ...terms.flatMap((term) => termPart(term, policy, setting))];
}

/** The steps of the ladder of tiers, where this policy holds it. */
export function ladderSection(policy: CheckedPolicy, setting: PageSetting): readonly string[] {
  const { say, policies } = setting;
  const { ladder } = policies;
  if (policy.document.value.tiers === undefined || ladder === undefined) return [];
  return [
    `## ${say("ladder")}`,
    say("ladderHow"),
    ...ladder.flatMap(({ tier, title, means }) => [
      `### ${tier}${title === undefined ? "" : ` ${translated(title, setting)}`}`,
      conditionList(means, EVER, setting).join("\n"),
    ]),
  ];
}

function termsOf({ document, rules }: CheckedPolicy, setting: PageSetting): readonly CheckedDefinition[] {
  const { language, policies } = setting;
  const used = rules.flatMap(({ id }) =>
    (describeRule(policies, id, language, "9999-12-31")?.definitions ?? []).map(({ name }) => name),
  );
  const names = new Set([...Object.keys(document.value.definitions ?? {}), ...used]);
  return [...names].flatMap((name) => policies.definitions.get(name) ?? []);
}

function termPart(term: CheckedDefinition, { document }: CheckedPolicy, setting: PageSetting) {
  const { language, say, addresses } = setting;
  const from =
    term.policy === document.value.id
      ? ""
      : ` (${say("definedIn")} [${code(term.policy, language)}](${addresses.policy(term.policy)}))`;
  return [
    `**${translated(term.title, setting)}** ${code(term.name, language)}${from}`,
    conditionList(term.means, EVER, setting).join("\n"),
  ];
}
