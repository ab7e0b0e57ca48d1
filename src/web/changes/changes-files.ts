import { Feed } from "feed";
import { sha256 } from "../../engine/sha256.ts";
import type { Language } from "../../model/language.ts";
import type { DatedEvent } from "../../site/changes/dated-event.ts";
import { calendarFile } from "../calendar-file.ts";
import { html, markupOf } from "../html.ts";
import { generatedText } from "../markdown.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SiteFile } from "../site-file.ts";
import { sortedEvents } from "./sorted-events.ts";
import { CHANGES_WORDS } from "./words.ts";

/** A feed holds no more than the newest. */
const NEWEST = 50;

/** The feed of what has changed, and the calendar of every dated day. */
export function changesFiles(context: SiteContext, language: Language): readonly SiteFile[] {
  const say = sayingIn(CHANGES_WORDS, language);
  const events = sortedEvents(context, language).filter(({ date }) => date.length === 10);
  const words = context.setting(language).say;
  const titled = events.map((event) => ({
    ...event,
    title: `${words(event.what)}: ${generatedText(event.which)}`,
  }));
  const calendar = calendarFile(
    say("calendarName"),
    titled.map(({ date, what, title }) => ({ day: date, kind: what, title })),
    context,
  );
  return [
    { path: `${language}/changes.xml`, text: atomFeed(titled, context, language) },
    { path: `${language}/changes.ics`, text: calendar },
  ];
}

/** Stands for the host while a feed is written that does not know its own: its links are then relative to it. */
const UNKNOWN_HOST = "https://host.invalid";

function atomFeed(
  events: readonly (DatedEvent & { readonly title: string })[],
  { origin, base, href, asOf }: SiteContext,
  language: Language,
): string {
  const say = sayingIn(CHANGES_WORDS, language);
  const host = origin === "" ? UNKNOWN_HOST : origin;
  const page = `${host}${href("changes", language)}`;
  const newest = events
    .filter(({ date }) => date <= asOf)
    .slice(-NEWEST)
    .reverse();
  const feed = new Feed({
    id: idOf(`changes ${language}`),
    title: say("feedName"),
    description: say("description"),
    language,
    link: page,
    updated: new Date(newest[0]?.date ?? asOf),
    generator: "bylaw",
    copyright: "",
    feedLinks: { atom: `${host}${base}${language}/changes.xml` },
  });
  for (const { date, what, title } of newest) {
    const link = `${page}#y${date.slice(0, 4)}`;
    // A title of a feed is read as HTML.
    const shown = markupOf(html`${title}`);
    feed.addItem({ id: idOf(`${date} ${what} ${title}`), title: shown, link, date: new Date(date) });
  }
  return feed.atom1().replaceAll(UNKNOWN_HOST, "");
}

/** The same thing has the same id at every build. */
function idOf(text: string): string {
  const groups = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(sha256(text))?.slice(1) ?? [];
  return `urn:uuid:${groups.join("-")}`;
}
