import { addDuration } from "./add-duration.ts";

/** The day after a day; `undefined` after the last day of the calendar. */
export function dayAfter(day: string): string | undefined {
  return addDuration(day, { months: 0, seconds: 86_400 }, 1);
}
