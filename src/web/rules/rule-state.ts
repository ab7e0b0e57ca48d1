import type { CheckedPolicy, CheckedRule } from "../../rules/checked-policies.ts";

/** Where a rule stands on a day: in force, not yet, no longer, switched off with its policy or pack, or kept by the program. */
export type RuleState = "in-force" | "announced" | "ended" | "inactive" | "withdrawn" | "program";

/** The state of a rule on a day; one clause in force is enough. `isOff`: its pack is switched off by the plan. */
export function ruleState(
  { clauses }: CheckedRule,
  { document }: CheckedPolicy,
  { asOf, isOff }: { readonly asOf: string; readonly isOff: boolean },
): RuleState {
  const { status } = document.value;
  if (status === "withdrawn") return "withdrawn";
  if (status !== "active" || isOff) return "inactive";
  if (clauses.length === 0) return "program";
  const open = clauses.filter(({ until }) => until === null || until >= asOf);
  if (open.length === 0) return "ended";
  return open.some(({ effective }) => effective <= asOf) ? "in-force" : "announced";
}
