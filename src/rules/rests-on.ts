import type { CheckedPolicies, CheckedRule } from "./checked-policies.ts";
import { definitionsBehind } from "./definitions-behind.ts";
import { conditionsOf } from "./parameters-behind.ts";

type Read = Pick<CheckedPolicies, "ladder" | "definitions">;

/** Whether a rule reads one of some definitions, itself or through others. */
export function restsOn(
  rule: CheckedRule,
  names: ReadonlySet<string>,
  { definitions }: Pick<Read, "definitions">,
): boolean {
  return definitionsBehind(conditionsOf(rule), definitions).some(({ name }) => names.has(name));
}

/** Whether a step of the ladder of tiers does. */
export function ladderRestsOn(names: ReadonlySet<string>, { ladder, definitions }: Read): boolean {
  const steps = ladder?.flatMap(({ means }) => means) ?? [];
  return definitionsBehind(steps, definitions).some(({ name }) => names.has(name));
}
