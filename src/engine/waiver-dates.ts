import type { Document } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { Language } from "../model/language.ts";
import type { Row } from "../model/row.ts";
import type { CompiledClause, CompiledRule, RuleSet } from "../model/rule.ts";
import { dayAfter } from "../model/time/day-after.ts";
import type { Turn } from "../model/turn.ts";
import { turnsAt, withDates } from "./finding-dates.ts";
import { type Refusal, type WaiverCourt, waiverStanding } from "./waiver-standing.ts";

/** The days from which and until which a waiver or standing approval counts, as the file says. */
function waiverTurns({
  value: { id, from, expires, approved_on },
}: Document<WaiverDocument>): readonly Turn[] {
  const what = `\`${id}\``;
  const begins = [from, approved_on].flatMap((on) =>
    on ? [{ on, reason: "waiver", begins: true, what } as const] : [],
  );
  const over = expires && dayAfter(expires);
  return over ? [...begins, { on: over, reason: "waiver", begins: false, what }] : begins;
}

/** The same days, but of one that counts on none of them, whatever the date, no days. */
export function countingTurns(waiver: Document<WaiverDocument>, court: WaiverCourt): readonly Turn[] {
  const standing = waiverStanding(waiver, court);
  if (standing.kind !== "refused") return waiverTurns(waiver);
  return NEVER.has(standing.reason) ? [] : waiverTurns(waiver);
}

/** What no day and no later limit changes. */
const NEVER: ReadonlySet<Refusal> = new Set([
  "rule-unknown",
  "rule-not-waivable",
  "not-approved",
  "other-group",
  "own-system",
  "dates-reversed",
]);

/** The rows a clause looks at in one file. */
export type RowsIn = (clause: CompiledClause) => readonly Row[];

/**
 * The days on which a finding that a waiver may be for comes or goes, and those of the rules about waivers.
 * Rows stand under the id of the manifest, arrangement or waiver they belong to.
 */
export function turnsAround(
  { value }: Document<WaiverDocument>,
  { rules }: RuleSet,
  rowsById: ReadonlyMap<string, readonly RowsIn[]>,
): readonly Turn[] {
  const at = (rule: CompiledRule, id: string) => {
    const rows = rule.clauses.flatMap((clause) => (rowsById.get(id) ?? []).flatMap((of) => of(clause)));
    return [...new Set(rows)].flatMap((row) => turnsAt(rule, row));
  };
  return rules.flatMap((rule) => [
    ...(rule.id === value.rule ? at(rule, value.manifest) : []),
    ...(rule.clauses.some(({ subject }) => subject === "waiver") ? at(rule, value.id) : []),
  ]);
}

/** A finding with the days of the waivers that are for it, in force or not, and of how long such may last. */
export function withWaiverDates(
  finding: Finding,
  waivers: readonly Document<WaiverDocument>[],
  { court, language }: { readonly court: WaiverCourt; readonly language: Language },
): Finding {
  if (waivers.length === 0) return finding;
  const own = waivers.flatMap((waiver) => countingTurns(waiver, court));
  const dates = withDates(finding.dates, { own, beside: court.turns, asOf: court.rules.asOf, language });
  return { ...finding, dates: [...dates] };
}
