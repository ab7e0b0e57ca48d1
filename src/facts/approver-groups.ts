import type { CompiledRule } from "../model/rule.ts";

/** The group of the national coordinator, who may approve in the place of any other. */
export const COORDINATOR_GROUP = "governance";

/** Whether a group is one outside the municipalities: it owns a policy, or is the national coordinator's. */
export function isOutsideGroup(group: string, rules: readonly Pick<CompiledRule, "owner">[]): boolean {
  return group === COORDINATOR_GROUP || rules.some(({ owner }) => owner === group);
}
