import type { Duration } from "../value.ts";
import { dayNumberOf, dayOfNumber, dayText } from "./day-number.ts";
import { daysInMonth } from "./days-in-month.ts";

/**
 * The date a duration after (`sign` 1) or before (-1) a date: months first, on the last day where the
 * month is shorter, then whole days. `undefined` outside the years 1 to 9999.
 *
 * Written out because the Temporal polyfill gives the same dates for 12 ms of start-up; a test compares them.
 */
export function addDuration(date: string, duration: Duration, sign: 1 | -1): string | undefined {
  const year = Number(date.slice(0, 4));
  const months = year * 12 + Number(date.slice(5, 7)) - 1 + sign * duration.months;
  const movedYear = Math.floor(months / 12);
  const movedMonth = months - movedYear * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(movedYear, movedMonth));
  const days = Math.floor(duration.seconds / 86_400);
  if (days === 0) return dayText(movedYear, movedMonth, day);
  return dayOfNumber(dayNumberOf(movedYear, movedMonth, day) + sign * days);
}
