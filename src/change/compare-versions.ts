import type { Bundle } from "../engine/bundle.ts";
import type { Language } from "../model/language.ts";
import type { SetChange } from "../model/set-change.ts";
import type { CheckedPolicies } from "../rules/checked-policies.ts";
import { compareSets } from "../rules/compare/compare-sets.ts";
import { setOf } from "./impact/set-of.ts";
import { describeChange } from "./shown/describe-change.ts";

/** How two versions of one policy differ, on every day there is, in words of any language; the other policies of the bundles are left aside. */
export function compareVersions(
  policy: string,
  before: Bundle,
  after: Bundle,
  asOf: string,
): (language: Language) => SetChange {
  const [old, now] = [alone(policy, before), alone(policy, after)];
  const compared = compareSets(setOf(old), setOf(now), { today: asOf });
  return describeChange(old, now, compared, asOf);
}

/** A bundle with the rules of one policy; definitions of the others stay, since it may read them. */
function alone(policy: string, bundle: Bundle): Bundle {
  const only = (policies: CheckedPolicies): CheckedPolicies => ({
    ...policies,
    policies: policies.policies.filter(({ document }) => document.value.id === policy),
  });
  return {
    ...bundle,
    policies: only(bundle.policies),
    policiesIn: () => only(bundle.policies),
    policyDocuments: bundle.policyDocuments.filter(({ value }) => value.id === policy),
    overlays: [],
  };
}
