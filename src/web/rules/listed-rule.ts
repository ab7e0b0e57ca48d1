import { groupBy } from "../../facts/group-by.ts";
import type { Finding } from "../../model/generated/report.ts";
import type { Effect, Tier } from "../../model/rule.ts";
import type { CheckedPolicies, CheckedPolicy, CheckedRule } from "../../rules/checked-policies.ts";
import type { SiteContext } from "../site-context.ts";
import { type RuleState, ruleState } from "./rule-state.ts";

/** A rule with what lists and pages say of it on the day of the site. */
export interface ListedRule {
  readonly rule: CheckedRule;
  readonly policy: CheckedPolicy;
  /** The policies it stands in: those of a municipality where an overlay adds it. */
  readonly policies: CheckedPolicies;
  /** The municipality whose overlay adds it; `undefined` for a rule of everyone. */
  readonly municipality: string | undefined;
  readonly state: RuleState;
  /** Effects of its clauses, the strongest first; empty where the program keeps it. */
  readonly effects: readonly Effect[];
  /** What it makes of the systems and files there are. */
  readonly findings: readonly Finding[];
}

/** Tiers, the lowest first. */
export const TIERS: readonly Tier[] = ["T1", "T2", "T3", "T4"];

/** Effects, the strongest first. */
export const EFFECTS: readonly Effect[] = ["block", "approve", "warn", "note"];

const listed = new WeakMap<SiteContext, readonly ListedRule[]>();

/** Every rule of every policy, withdrawn ones included, in the order of their policies, and then those that municipalities add. */
export function listedRules(context: SiteContext): readonly ListedRule[] {
  let rules = listed.get(context);
  if (rules === undefined) {
    const { policies } = context.bundle;
    const own = new Set(policies.policies.flatMap((policy) => policy.rules.map(({ id }) => id)));
    rules = [...rulesIn(policies, undefined, context), ...addedRules(own, context)];
    listed.set(context, rules);
  }
  return rules;
}

/** The tiers at which a breach of the rule blocks, by any of its clauses. */
export function blockedTiers({ clauses }: CheckedRule): readonly Tier[] {
  return TIERS.filter((tier) => clauses.some(({ effect }) => effect[tier] === "block"));
}

function addedRules(own: ReadonlySet<string>, context: SiteContext): readonly ListedRule[] {
  const { overlays } = context.bundle;
  const names = new Map(
    overlays.map(
      ({
        value: {
          municipality: { cbs_code, name },
        },
      }) => [cbs_code, name ?? cbs_code],
    ),
  );
  return [...names].flatMap(([code, name]) =>
    rulesIn(context.bundle.policiesIn(code), name, context).filter(({ rule }) => !own.has(rule.id)),
  );
}

function rulesIn(
  policies: CheckedPolicies,
  municipality: string | undefined,
  { bundle, reports, asOf }: SiteContext,
): readonly ListedRule[] {
  const byRule = groupBy(reports.en.findings, ({ rule }) => rule);
  return policies.policies.flatMap((policy) =>
    policy.rules.map((rule) => {
      const { pack } = policy.document.value;
      const isOff = pack != null && bundle.plan?.value.packs[pack] === "off";
      const used = new Set(rule.clauses.flatMap(({ effect }) => TIERS.map((tier) => effect[tier])));
      return {
        rule,
        policy,
        policies,
        municipality,
        state: ruleState(rule, policy, { asOf, isOff }),
        effects: EFFECTS.filter((effect) => used.has(effect)),
        findings: byRule.get(rule.id) ?? [],
      };
    }),
  );
}
