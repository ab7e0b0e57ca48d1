/** Whether a fact holds on a date; `perhaps` where only a month or year is recorded and the date lies within it. */
export type Holding = "yes" | "perhaps" | "no";

type Bound = string | null | undefined;

/**
 * Whether a fact recorded with `from` and `to` holds on a date. `from` is the first day it holds, `to`
 * the first day it no longer does; a month or year means some unknown day within it. Callers take
 * `perhaps` as holding, so nothing is missed, and say so in the path.
 */
export function holdsOn(from: Bound, to: Bound, date: string): Holding {
  if (from && date < firstDay(from)) return "no";
  if (to && date >= endOf(to)) return "no";
  const undecided = (bound: Bound) =>
    bound && bound.length < 10 && date >= firstDay(bound) && date < endOf(bound);
  return undecided(from) || undecided(to) ? "perhaps" : "yes";
}

/** The earliest day a period allows. */
export function firstDay(period: string): string {
  return `${period}${"-01-01".slice(period.length === 4 ? 0 : 3)}`.slice(0, 10);
}

/** The latest day on which something that ends in the period can have ended: a day itself, else the day after the period. */
export function endOf(period: string): string {
  if (period.length === 10) return period;
  const year = Number(period.slice(0, 4));
  const month = period.length === 4 ? 12 : Number(period.slice(5, 7));
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0]).padStart(4, "0")}-${String(next[1]).padStart(2, "0")}-01`;
}
