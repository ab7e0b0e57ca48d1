import type { SiteWord } from "../words.ts";

/** One thing that begins, changes or ends: when, what kind of thing, and which, as Markdown. */
export interface DatedEvent {
  /** A day, or a month or year where no more is recorded. */
  readonly date: string;
  readonly what: Extract<SiteWord, `on-${string}`>;
  readonly which: string;
}

/** Events of one kind where several things fall on one date: one event a date, with all of them, in the order given. */
export function eventsByDate(
  what: DatedEvent["what"],
  items: readonly { readonly date: string | null | undefined; readonly item: string }[],
  whichOf: (items: readonly string[]) => string,
): readonly DatedEvent[] {
  const byDate = new Map<string, string[]>();
  for (const { date, item } of items) {
    if (!date) continue;
    const group = byDate.get(date);
    if (group === undefined) byDate.set(date, [item]);
    else if (!group.includes(item)) group.push(item);
  }
  return [...byDate].map(([date, group]) => ({ date, what, which: whichOf(group) }));
}
