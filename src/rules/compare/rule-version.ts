import type { CheckedPolicies, CheckedPolicy, CheckedRule } from "../checked-policies.ts";

/** How the plan switches packs; a pack it does not name is binding. */
export type Packs = Readonly<Record<string, "off" | "advisory" | "binding">>;

/** One version of a set of policies. */
export interface PolicySet {
  readonly policies: CheckedPolicies;
  readonly packs?: Packs | undefined;
}

/** A rule as one version of a set has it. */
export interface RuleVersion {
  readonly set: PolicySet;
  readonly policy: CheckedPolicy;
  readonly rule: CheckedRule;
  /** Whether its pack is advisory, so that no effect is above `warn`. */
  readonly advisory: boolean;
}

/** The rules of a set that are in use: those of active policies whose pack is not off. */
export function ruleVersions(set: PolicySet): ReadonlyMap<string, RuleVersion> {
  const versions = set.policies.policies.flatMap((policy) => {
    const { pack, status } = policy.document.value;
    const setting = pack && set.packs && Object.hasOwn(set.packs, pack) ? set.packs[pack] : "binding";
    if (status !== "active" || setting === "off") return [];
    return policy.rules.map((rule) => ({ set, policy, rule, advisory: setting === "advisory" }));
  });
  return new Map(versions.map((version) => [version.rule.id, version]));
}
