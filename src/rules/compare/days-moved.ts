import { daysOfMonths } from "../../model/time/days-of-months.ts";
import type { Duration } from "../../model/value.ts";

/** Bounds of a number of days. */
export interface DaysMoved {
  readonly least: number;
  readonly most: number;
}

/** Bounds of the days a date moves by, less than zero where it moves back; whole days only, as dates move. */
export function daysMoved({ months, seconds }: Duration, sign: 1 | -1): DaysMoved {
  const { min, max } = daysOfMonths(months);
  const days = Math.floor(seconds / 86_400);
  return sign === 1 ? { least: min + days, most: max + days } : { least: -(max + days), most: -(min + days) };
}
