import type { NumberRange } from "../value.ts";
import { daysInMonth } from "./days-in-month.ts";

/** Months after which the Gregorian calendar repeats, and the days they have. */
const CYCLE = 4800;
const CYCLE_DAYS = 146_097;

const spans = new Map<number, NumberRange>();
let starts: readonly number[] | undefined;

/**
 * The fewest and the most days that `months` consecutive months have, over the whole calendar: 28 to 31
 * for one, 365 to 366 for twelve. A month counted from its last day is never shorter or longer than that.
 */
export function daysOfMonths(months: number): NumberRange {
  const known = spans.get(months);
  if (known !== undefined) return known;
  const cycles = Math.floor(months / CYCLE);
  const rest = months % CYCLE;
  starts ??= monthStarts();
  let min = Number.POSITIVE_INFINITY;
  let max = 0;
  for (let first = 0; first < CYCLE; first++) {
    const days = (starts[first + rest] ?? 0) - (starts[first] ?? 0);
    if (days < min) min = days;
    if (days > max) max = days;
  }
  const span = { min: min + cycles * CYCLE_DAYS, max: max + cycles * CYCLE_DAYS };
  spans.set(months, span);
  return span;
}

/** Days from the start of a cycle to the start of each month in two cycles. */
function monthStarts(): readonly number[] {
  const days = [0];
  for (let month = 0; month < 2 * CYCLE; month++) {
    days.push((days[month] ?? 0) + daysInMonth(Math.floor(month / 12), (month % 12) + 1));
  }
  return days;
}
