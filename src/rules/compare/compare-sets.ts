import type { ChangedRule, Comparison, DatedComparison, SetComparison } from "../../model/comparison.ts";
import { compareLadders } from "./compare-ladders.ts";
import { compareRule, dayIn, merged, type Span, spansWithin } from "./compare-rule.ts";
import { compareWhole, type WholePair } from "./compare-whole.ts";
import { joinComparisons } from "./join-comparisons.ts";
import { mentionedDates } from "./mentioned-dates.ts";
import { formOf, ruleForm } from "./rule-form.ts";
import { type PolicySet, type RuleVersion, ruleVersions } from "./rule-version.ts";

/** What a comparison of sets is made for. */
export interface SetContext {
  readonly today: string;
  /** Days before it are left out. */
  readonly since?: string | undefined;
  /** How many cases each search may look at. */
  readonly budget?: number | undefined;
}

const BUDGET = 50_000;
const SAME: Comparison = { kind: "same", tighter: undefined, looser: undefined, reasons: [] };

/**
 * Compares two whole sets of policies: each rule that differs by itself, the ladders, and all rules
 * together, where what another rule finds anyway hides a change.
 */
export function compareSets(before: PolicySet, after: PolicySet, context: SetContext): SetComparison {
  const { today, since, budget = BUDGET } = context;
  const { vocabulary } = after.policies;
  const [old, now] = [ruleVersions(before), ruleVersions(after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  const changed = ids.filter((id) => formIn(old, id) !== formIn(now, id));
  const rules = changed.map((id) =>
    compareRule(old.get(id), now.get(id), { vocabulary, today, since, budget }),
  );
  const sameLadder = ladderForm(before) === ladderForm(after);
  const ladder = sameLadder ? undefined : compareLadders(before, after, today, { left: budget });
  const pair = {
    before: [...old.values()],
    after: [...now.values()],
    ladders: sameLadder ? undefined : ([before.policies.ladder, after.policies.ladder] as const),
    changed: new Set(changed),
    vocabulary,
    budget,
  };
  const open = rules.flatMap(({ spans }) => spans.filter(({ kind }) => kind !== "same"));
  const days = daysOf([...pair.before, ...pair.after]);
  const masks = new Map<string, Set<string>>();
  const spans = merged(
    spansWithin({ from: since ?? null, to: null }, days).map((span) => {
      const touched = !sameLadder || open.some((one) => overlap(one, span));
      return touched ? wholeIn(span, { ...pair, today: dayIn(span, today) }, masks) : { ...SAME, ...span };
    }),
  );
  const whole = joinComparisons(spans);
  const program = rules.some(({ reasons }) => reasons.includes("program"));
  return {
    rules: rules.map((rule): ChangedRule => {
      const status = !old.has(rule.rule) ? "added" : now.has(rule.rule) ? "changed" : "removed";
      return { ...rule, status, maskedBy: [...(masks.get(rule.rule) ?? [])].sort() };
    }),
    unchanged: ids.length - changed.length,
    ladder,
    whole: program ? joinComparisons([whole, { ...SAME, kind: "undecided", reasons: ["program"] }]) : whole,
    spans,
  };
}

function wholeIn(span: Span, pair: WholePair, masks: Map<string, Set<string>>): DatedComparison {
  const { kind, tighter, looser, reasons, maskedBy } = compareWhole(pair);
  for (const [rule, by] of maskedBy) masks.set(rule, new Set([...(masks.get(rule) ?? []), ...by]));
  return { ...span, kind, tighter, looser, reasons };
}

function formIn(versions: ReadonlyMap<string, RuleVersion>, id: string): string | undefined {
  const version = versions.get(id);
  return version && ruleForm(version);
}

function ladderForm({ policies: { ladder, definitions } }: PolicySet): string {
  return formOf(
    ladder?.map(({ tier, means }) => ({ tier, means })),
    ladder?.flatMap(({ means }) => means) ?? [],
    definitions,
  );
}

function daysOf(versions: readonly RuleVersion[]): readonly string[] {
  return [...new Set(versions.flatMap(mentionedDates))].sort();
}

function overlap(one: Span, other: Span): boolean {
  const begins = (a: Span, b: Span) => a.from === null || b.to === null || a.from <= b.to;
  return begins(one, other) && begins(other, one);
}
