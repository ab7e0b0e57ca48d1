import ical from "ical-generator";
import { sha256 } from "../engine/sha256.ts";
import type { SiteContext } from "./site-context.ts";

/** A whole day of a calendar: what kind of thing it is, and what it is called. */
export interface CalendarDay {
  readonly day: string;
  readonly kind: string;
  readonly title: string;
}

/** Days as an iCalendar file. The same day has the same id at every build, so that calendars show it once. */
export function calendarFile(
  name: string,
  days: readonly CalendarDay[],
  { asOf }: Pick<SiteContext, "asOf">,
): string {
  const calendar = ical({ name, prodId: { company: "bylaw", product: "bylaw" } });
  for (const { day, kind, title } of days) {
    const id = sha256(`${day} ${kind} ${title}`).slice(0, 32);
    calendar.createEvent({ id, stamp: new Date(asOf), start: new Date(day), allDay: true, summary: title });
  }
  return calendar.toString();
}
