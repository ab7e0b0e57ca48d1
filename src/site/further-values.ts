import type { CheckedPolicy } from "../rules/checked-policies.ts";
import { describeParameter } from "../rules/describe-parameter.ts";
import { describeRule } from "../rules/describe-rule.ts";
import type { PageSetting } from "./page-setting.ts";
import { valueTable } from "./value-table.ts";

/** Any date serves: the tables show every value. */
const LAST_DAY = "9999-12-31";

/** The values of a policy that stand under none of its rules: those the program reads, and those of its definitions alone. */
export function furtherValues(policy: CheckedPolicy, setting: PageSetting): readonly string[] {
  const { language, say, policies } = setting;
  const { id } = policy.document.value;
  const shown = policy.rules.flatMap(
    (rule) => describeRule(policies, rule.id, language, LAST_DAY)?.parameters ?? [],
  );
  const names = new Set(shown.flatMap((parameter) => (parameter.policy === id ? [parameter.name] : [])));
  const others = [...policy.parameters.values()].filter(({ name }) => !names.has(name));
  if (others.length === 0) return [];
  return [
    `## ${say("furtherValues")}`,
    say("furtherAbout"),
    ...others.map((parameter) =>
      valueTable(describeParameter(parameter, policies, language, LAST_DAY), id, setting),
    ),
  ];
}
