import type { CheckedPolicies, CheckedRule } from "../../rules/checked-policies.ts";
import { definitionsBehind } from "../../rules/definitions-behind.ts";
import type { Condition } from "../../rules/form.ts";
import { conditionsOf, parametersBehind } from "../../rules/parameters-behind.ts";

/** So many are named at most. */
const MOST = 6;

/**
 * The rules that have most in common with one: values they compare with, definitions they rest on, facts they
 * require. What few rules share counts more than what many do. Nearest first, then by id.
 */
export function relatedRules(
  rule: CheckedRule,
  all: readonly CheckedRule[],
  policies: CheckedPolicies,
): readonly CheckedRule[] {
  const used = usesOf(all, policies);
  const own = used.byRule.get(rule) ?? new Set();
  const scored = all
    .filter((other) => other !== rule)
    .map((other) => {
      const shared = [...(used.byRule.get(other) ?? [])].filter((name) => own.has(name));
      return { other, score: shared.reduce((sum, name) => sum + 1 / (used.counts.get(name) ?? 1), 0) };
    });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ other }) => other);
}

interface Uses {
  readonly byRule: ReadonlyMap<CheckedRule, ReadonlySet<string>>;
  readonly counts: ReadonlyMap<string, number>;
}

const computed = new WeakMap<CheckedPolicies, Uses>();

function usesOf(all: readonly CheckedRule[], policies: CheckedPolicies): Uses {
  const known = computed.get(policies);
  if (known !== undefined) return known;
  const byRule = new Map(all.map((rule) => [rule, namesIn(rule, policies)]));
  const counts = new Map<string, number>();
  for (const names of byRule.values())
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const uses = { byRule, counts };
  computed.set(policies, uses);
  return uses;
}

function namesIn(rule: CheckedRule, { definitions }: CheckedPolicies): ReadonlySet<string> {
  const required = rule.clauses.flatMap(({ require }) => factsIn(require));
  return new Set([
    ...parametersBehind(rule, definitions).map(({ name }) => `value ${name}`),
    ...definitionsBehind(conditionsOf(rule), definitions).map(({ name }) => `definition ${name}`),
    ...required.map((name) => `fact ${name}`),
  ]);
}

function factsIn(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap((condition) => {
    if (condition.kind === "comparison") return [condition.fact.name];
    if (condition.kind === "any") return factsIn(condition.members);
    return condition.kind === "some" ? factsIn(condition.where) : [];
  });
}
