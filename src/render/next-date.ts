import type { Finding } from "../model/generated/report.ts";
import { dayNumber } from "../model/time/day-number.ts";
import type { Say } from "./words.ts";

/**
 * The first day after a date on which something a finding rests on turns, and what; `undefined` where no day
 * ahead does, or only one more than `within` days away, and where the finding says already when it binds.
 */
export function nextDate(
  { dates, upcoming }: Pick<Finding, "dates" | "upcoming">,
  { asOf, say, within }: { readonly asOf: string; readonly say: Say; readonly within?: number },
): string | undefined {
  const date = dates.map(({ on }) => on).find((on) => on > asOf);
  if (date === undefined || (upcoming !== null && !upcoming.reason.startsWith("stage"))) return undefined;
  if (within !== undefined && dayNumber(date) - dayNumber(asOf) > within) return undefined;
  const notes = dates.filter(({ on }) => on === date).map(({ note }) => note);
  return say("fromDay", { date, what: notes.join("; ") });
}
