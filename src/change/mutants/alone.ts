import { EXAMPLES_AS_OF } from "../../engine/judge-example.ts";
import type { RuleComparison } from "../../model/comparison.ts";
import type { CompiledRule } from "../../model/rule.ts";
import type { CheckedPolicies, CheckedPolicy, CheckedRule } from "../../rules/checked-policies.ts";
import { compareRule } from "../../rules/compare/compare-rule.ts";
import { compileRules } from "../../rules/compile-rules.ts";

/** A rule among policies whose definitions it reads, with the policy it stands in. */
export interface Placed {
  readonly policies: CheckedPolicies;
  readonly policy: Pick<CheckedPolicy, "document" | "parameters">;
  readonly rule: CheckedRule;
}

/** How many cases a comparison may look at before it counts as undecided. */
export const CASES = 20_000;

/** Compiles one rule for a date, whatever its policy's pack and status are. */
export function compileAlone(placed: Placed, asOf: string): CompiledRule {
  const { policies, rule } = placed;
  const only = { ...policies, policies: [unpacked(placed)], ladder: undefined };
  const [compiled] = compileRules(only, { asOf }).rules;
  if (compiled === undefined) throw new Error(`rule ${rule.id} was not compiled`);
  return compiled;
}

/** How a rule compares with another version of it over every case and every day. */
export function compareAlone(before: Placed, after: Placed): RuleComparison {
  const version = (placed: Placed) => ({
    set: { policies: placed.policies },
    policy: unpacked(placed),
    rule: placed.rule,
    advisory: false,
  });
  const { vocabulary } = before.policies;
  const context = { vocabulary, today: EXAMPLES_AS_OF, budget: CASES };
  return compareRule(version(before), version(after), context);
}

/** A pack that is off or advisory, or a policy not yet active, would hide what the rule itself says. */
function unpacked({ policy: { document, parameters }, rule }: Placed): CheckedPolicy {
  const value = { ...document.value, pack: null, status: "active" as const };
  return { document: { ...document, value }, parameters, rules: [rule] };
}
