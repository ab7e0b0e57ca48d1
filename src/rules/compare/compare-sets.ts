import type {
  ChangedRule,
  Comparison,
  ComparisonKind,
  DatedComparison,
  SetComparison,
} from "../../model/comparison.ts";
import { compareLadders } from "./compare-ladders.ts";
import { compareRule, dayIn, merged, type Span, spansWithin } from "./compare-rule.ts";
import { compareWhole, type WholePair } from "./compare-whole.ts";
import { joinComparisons } from "./join-comparisons.ts";
import { mentionedDates } from "./mentioned-dates.ts";
import { risesWithTier } from "./rises-with-tier.ts";
import { formOf, ruleForm } from "./rule-form.ts";
import { type PolicySet, type RuleVersion, ruleVersions } from "./rule-version.ts";
import { turningDays } from "./turning-days.ts";

/** What a comparison of sets is made for. */
export interface SetContext {
  readonly today: string;
  /** Days before it are left out. */
  readonly since?: string | undefined;
  /** How many cases each search may look at. */
  readonly budget?: number | undefined;
}

const BUDGET = 50_000;
/** Cases that all searches over the whole set may look at together. */
const WHOLE_BUDGET = 200_000;
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
  const ladders = sameLadder ? undefined : compareLadders(before, after, today, { left: budget });
  const pair = {
    before: [...old.values()],
    after: [...now.values()],
    ladders: sameLadder ? undefined : ([before.policies.ladder, after.policies.ladder] as const),
    changed: new Set(changed),
    vocabulary,
    budget: { left: context.budget ?? WHOLE_BUDGET },
  };
  const open = rules.flatMap(({ rule, spans }) =>
    spans.filter(({ kind }) => kind !== "same").map((span) => ({ rule, ...span })),
  );
  const all = new Map([...old, ...now]);
  const rises = memoized((id) => {
    const versions = [old.get(id), now.get(id)].flatMap((version) => version ?? []);
    return versions.every((version) => risesWithTier(version, vocabulary, today));
  });
  /** Whether a rule by itself may go in a direction within a span. */
  const may = (direction: "tighter" | "looser", span: Span) => (id: string) =>
    open.some((one) => one.rule === id && overlap(one, span) && goes(one.kind, direction)) ||
    (ladders !== undefined && (ladders[direction === "tighter" ? "canRise" : "canFall"] || !rises(id)));
  const days = daysOf([...pair.before, ...pair.after]);
  const masks = new Map<string, Set<string>>();
  const spans = merged(
    spansWithin({ from: since ?? null, to: null }, days).flatMap((span): readonly DatedComparison[] => {
      const [canRise, canFall] = [may("tighter", span), may("looser", span)];
      if (![...all.keys()].some((id) => canRise(id) || canFall(id))) return [{ ...SAME, ...span }];
      return wholeIn(span, { ...pair, canRise, canFall, today: dayIn(span, today) }, masks);
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
    ladder: ladders?.comparison,
    whole: program ? joinComparisons([whole, { ...SAME, kind: "undecided", reasons: ["program"] }]) : whole,
    spans,
  };
}

function wholeIn(span: Span, pair: WholePair, masks: Map<string, Set<string>>): readonly DatedComparison[] {
  const compareIn = (part: Span, day: string) => {
    const { kind, tighter, looser, reasons, maskedBy, hiding } = compareWhole({ ...pair, today: day });
    for (const [rule, by] of maskedBy) masks.set(rule, new Set([...(masks.get(rule) ?? []), ...by]));
    return { dated: { ...part, kind, tighter, looser, reasons }, hiding };
  };
  const { dated, hiding } = compareIn(span, pair.today);
  // That nothing shows on one day says it of the others as far as no date passes another between them.
  const days = turningDays(hiding, span);
  if (days === undefined) return [{ ...dated, kind: "undecided", reasons: [...dated.reasons, "budget"] }];
  if (days.length === 0) return [dated];
  return spansWithin(span, days).map((part) => compareIn(part, dayIn(part, pair.today)).dated);
}

function goes(kind: ComparisonKind, direction: "tighter" | "looser"): boolean {
  return kind === direction || kind === "mixed" || kind === "undecided";
}

function memoized<T>(compute: (id: string) => T): (id: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (id) => {
    const kept = known.get(id) ?? { value: compute(id) };
    known.set(id, kept);
    return kept.value;
  };
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
