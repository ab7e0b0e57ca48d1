import type { Language } from "../../model/language.ts";
import type { DatedEvent } from "../../site/changes/dated-event.ts";
import { datedEvents } from "../../site/changes/dated-events.ts";
import type { SiteContext } from "../site-context.ts";

/** Every dated event, the earliest first; those of one date in the order of their sources. */
export function sortedEvents(context: SiteContext, language: Language): readonly DatedEvent[] {
  const events = datedEvents(context.setting(language));
  return [...events].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}
