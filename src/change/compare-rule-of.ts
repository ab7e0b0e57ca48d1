import type { Bundle } from "../engine/bundle.ts";
import type { RuleComparison } from "../model/comparison.ts";
import { compareRule } from "../rules/compare/compare-rule.ts";
import { ruleVersions } from "../rules/compare/rule-version.ts";
import { setOf } from "./impact/set-of.ts";

/** How one rule of two bundles compares, from a day on. */
export function compareRuleOf(rule: string, before: Bundle, after: Bundle, asOf: string): RuleComparison {
  const [old, now] = [before, after].map((bundle) => ruleVersions(setOf(bundle)).get(rule));
  const { vocabulary } = after.policies;
  return compareRule(old, now, { vocabulary, today: asOf, since: asOf });
}
