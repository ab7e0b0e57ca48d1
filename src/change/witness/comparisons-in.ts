import type { CheckedDefinition, CheckedRule } from "../../rules/checked-policies.ts";
import type { Comparison, Condition } from "../../rules/form.ts";

/** Every comparison a rule makes, in its definitions too, each once. */
export function comparisonsIn(
  rule: CheckedRule,
  definitions: ReadonlyMap<string, CheckedDefinition>,
): readonly Comparison[] {
  const found = new Set<Comparison>();
  const entered = new Set<string>();
  const visit = (condition: Condition): void => {
    if (condition.kind === "comparison") found.add(condition);
    else if (condition.kind === "any") condition.members.forEach(visit);
    else if (condition.kind === "some") condition.where.forEach(visit);
    else if (!entered.has(condition.name)) {
      entered.add(condition.name);
      definitions.get(condition.name)?.means.forEach(visit);
    }
  };
  for (const { when, unless, require } of rule.clauses)
    [...when, ...unless.flat(), ...require].forEach(visit);
  return [...found];
}
