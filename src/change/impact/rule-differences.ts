import type { Bundle } from "../../engine/bundle.ts";
import { sameCode } from "../../facts/municipality-code.ts";
import { once } from "../../facts/once.ts";
import { formOf, ruleForm } from "../../rules/compare/rule-form.ts";
import { type PolicySet, type RuleVersion, ruleVersions } from "../../rules/compare/rule-version.ts";
import { setOf } from "./set-of.ts";

/** Rules that differ between two bundles. */
export interface RuleDifferences {
  readonly rules: ReadonlySet<string>;
  readonly conditionsOnly: ReadonlySet<string>;
}

/** What rules differ in a municipality, worked out once for each that has an overlay, and once for everyone else. */
export function ruleDifferences(before: Bundle, after: Bundle): (municipality?: string) => RuleDifferences {
  const everyone = once(() => differingRules(setOf(before), setOf(after)));
  const municipal = new Map<string, RuleDifferences>();
  const overlaid = new Set(
    [...before.overlays, ...after.overlays].map(({ value }) => sameCode(value.municipality.cbs_code)),
  );
  return (municipality) => {
    if (municipality === undefined || overlaid.size === 0) return everyone();
    const code = sameCode(municipality);
    if (!overlaid.has(code)) return everyone();
    const known = municipal.get(code) ?? differingRules(setOf(before, code), setOf(after, code));
    municipal.set(code, known);
    return known;
  };
}

function differingRules(before: PolicySet, after: PolicySet): RuleDifferences {
  const [old, now] = [ruleVersions(before), ruleVersions(after)];
  const differ = (id: string, form: (version: RuleVersion) => string) => {
    const [earlier, later] = [old.get(id), now.get(id)];
    return earlier === undefined || later === undefined || form(earlier) !== form(later);
  };
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  const rules = ids.filter((id) => differ(id, ruleForm));
  return { rules: new Set(rules), conditionsOnly: new Set(rules.filter((id) => !differ(id, frameOf))) };
}

/** What a rule decides by beside its conditions. */
function frameOf({ rule, advisory, set, policy }: RuleVersion): string {
  const { transition, waivable = true } = rule.written;
  const frames = rule.clauses.map(({ subject, effect, stages, effective, until, due }) => ({
    subject,
    effect,
    stages,
    effective,
    until,
    due,
  }));
  const decides = [frames, transition, waivable, advisory, policy.document.value.owner];
  return formOf(decides, [], set.policies.definitions);
}
