import type { Comparison, DatedComparison, RuleComparison } from "../../model/comparison.ts";
import { addDuration } from "../../model/time/add-duration.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { compareDay, type DayComparison } from "./compare-day.ts";
import { joinComparisons } from "./join-comparisons.ts";
import { mentionedDates } from "./mentioned-dates.ts";
import { ruleForm } from "./rule-form.ts";
import type { RuleVersion } from "./rule-version.ts";
import { turningDays } from "./turning-days.ts";

/** What a comparison is made for. */
export interface CompareContext {
  readonly vocabulary: Vocabulary;
  /** The day of the comparison: the one witnesses speak of where the versions differ on it. */
  readonly today: string;
  /** Days before it are left out; absent: all days are compared. */
  readonly since?: string | undefined;
  /** How many cases may be looked at; past it the answer is `undecided`. */
  readonly budget?: number | undefined;
}

const DEFAULT_BUDGET = 50_000;
const SAME: Comparison = { kind: "same", tighter: undefined, looser: undefined, reasons: [] };
/** What begins on the first day of the calendar has always been so. */
const FIRST_DAY = "0001-01-01";
const A_DAY = { months: 0, seconds: 86_400 };

/**
 * Compares two versions of a rule, `undefined` where a version does not have it or its pack is off. Exact
 * over every case the vocabulary allows and every day, or `undecided` with the reason; never a guess.
 */
export function compareRule(
  before: RuleVersion | undefined,
  after: RuleVersion | undefined,
  context: CompareContext,
): RuleComparison {
  const id = (after ?? before)?.rule.id ?? "";
  if (keptByProgram(before) !== keptByProgram(after)) {
    const reasons = ["program"] as const;
    return { rule: id, kind: "undecided", tighter: undefined, looser: undefined, reasons, spans: [] };
  }
  if (before && after && ruleForm(before) === ruleForm(after)) {
    return { rule: id, ...SAME, spans: [{ ...SAME, from: context.since ?? null, to: null }] };
  }
  const budget = { left: context.budget ?? DEFAULT_BUDGET };
  const days = new Set(
    [before, after].flatMap((version) => (version === undefined ? [] : mentionedDates(version))),
  );
  const compareOn = (today: string) =>
    compareDay({ before, after, vocabulary: context.vocabulary, today, budget });
  const compared = spansOf(days, context.since).flatMap((span) => {
    const first = compareOn(dayIn(span, context.today));
    const inner = turningDays(first.atoms, span);
    if (inner === undefined) return [{ ...dated(first, span), ...beyondBudget(first) }];
    if (inner.length === 0) return [dated(first, span)];
    return spansWithin(span, inner).map((part) => dated(compareOn(dayIn(part, context.today)), part));
  });
  const spans = merged(compared);
  return { rule: id, ...joinComparisons(spans), spans };
}

/** A stretch of days, `null` where it has no end on that side. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

function keptByProgram(version: RuleVersion | undefined): string {
  const { kept_by = "", test = "" } = version?.rule.written ?? {};
  return `${kept_by} ${test}`.trim();
}

function spansOf(days: ReadonlySet<string>, since: string | undefined): readonly Span[] {
  return spansWithin({ from: since ?? null, to: null }, [...days].sort());
}

/** The parts of a span that begin on some days, which lie in it or before it. */
export function spansWithin({ from, to }: Span, starts: readonly string[]): readonly Span[] {
  const begins = [from, ...starts.filter((day) => day > (from ?? FIRST_DAY) && (to === null || day <= to))];
  return begins.flatMap((begin, index): readonly Span[] => {
    const next = begins[index + 1];
    const end = next === undefined || next === null ? to : addDuration(next, A_DAY, -1);
    return end === undefined ? [] : [{ from: begin, to: end }];
  });
}

/** The day a span is compared on: that of the comparison where it lies within, else the span's nearest. */
export function dayIn({ from, to }: Span, today: string): string {
  const within = (from === null || from <= today) && (to === null || today <= to);
  if (within) return today;
  return from !== null && from > today ? from : (to ?? today);
}

function dated(day: DayComparison, { from, to }: Span): DatedComparison {
  const { kind, tighter, looser, reasons } = day;
  return { from, to, kind, tighter, looser, reasons };
}

/** One day of more than can be looked at says what there is, not what there is not. */
function beyondBudget({ kind }: DayComparison): Pick<DayComparison, "kind" | "reasons"> {
  return kind === "mixed" ? { kind, reasons: [] } : { kind: "undecided", reasons: ["budget"] };
}

/** Neighbours of one kind as one span. */
export function merged(spans: readonly DatedComparison[]): readonly DatedComparison[] {
  const kept: DatedComparison[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last === undefined || last.kind !== span.kind) kept.push(span);
    else kept[kept.length - 1] = { ...joinComparisons([last, span]), from: last.from, to: span.to };
  }
  return kept;
}
