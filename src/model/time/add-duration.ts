import type { Duration } from "../value.ts";
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
  if (days === 0) return toText(movedYear, movedMonth, day);
  return fromDayNumber(toDayNumber(movedYear, movedMonth, day) + sign * days);
}

/** Days since 1 March of year 0; years that start in March end with the leap day. */
function toDayNumber(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 306 + 5) / 10) + day - 1;
}

function fromDayNumber(number: number): string | undefined {
  let year = Math.floor((number * 10_000 + 14_780) / 3_652_425);
  let rest = number - toDayNumber(year, 3, 1);
  if (rest < 0) {
    year -= 1;
    rest = number - toDayNumber(year, 3, 1);
  }
  const marchMonth = Math.floor((rest * 10 + 5) / 306);
  const day = rest - Math.floor((marchMonth * 306 + 5) / 10) + 1;
  return marchMonth < 10 ? toText(year, marchMonth + 3, day) : toText(year + 1, marchMonth - 9, day);
}

function toText(year: number, month: number, day: number): string | undefined {
  if (year < 1 || year > 9999) return undefined;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
