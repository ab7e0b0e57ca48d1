import type { Language } from "../../model/language.ts";
import type { DatedEvent } from "../../site/changes/dated-event.ts";
import { type Html, html } from "../html.ts";
import { generatedInline } from "../markdown.ts";
import { dataTable } from "../parts/data-table.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { sortedEvents } from "./sorted-events.ts";
import { CHANGES_WORDS } from "./words.ts";

/** What comes, the nearest first, and then what has been, by year, the newest first. */
export function changesPage(context: SiteContext, language: Language): SitePage {
  const say = sayingIn(CHANGES_WORDS, language);
  const { asOf, base } = context;
  const events = sortedEvents(context, language);
  const ahead = events.filter(({ date }) => date > asOf);
  const past = events.filter(({ date }) => date <= asOf).reverse();
  const years = [...new Set(past.map(({ date }) => date.slice(0, 4)))];
  return {
    path: "changes",
    title: say("title"),
    description: say("description"),
    feeds: [{ file: "changes.xml", type: "application/atom+xml", title: say("feedName") }],
    contents: [
      { id: "ahead", title: say("ahead") },
      ...years.map((year) => ({ id: `y${year}`, title: year })),
    ],
    body: html`<p class="lead">${say("lead")}</p>
<p class="on-screen">${say("subscribe")}: <a href="${base}${language}/changes.xml">${say("feed")}</a> · <a href="${base}${language}/changes.ics">${say("calendar")}</a></p>
<h2 id="ahead">${say("ahead")}</h2>
${ahead.length === 0 ? html`<p>${say("aheadNone", { date: asOf })}</p>` : eventTable(say("ahead"), ahead, context, language)}
${years.map(
  (year) => html`<h2 id="y${year}">${year}</h2>
${eventTable(
  year,
  past.filter(({ date }) => date.startsWith(year)),
  context,
  language,
)}
`,
)}`,
  };
}

function eventTable(
  caption: string,
  events: readonly DatedEvent[],
  context: SiteContext,
  language: Language,
): Html {
  const say = sayingIn(CHANGES_WORDS, language);
  const words = context.setting(language).say;
  return dataTable(
    caption,
    [{ title: say("date") }, { title: say("what") }, { title: say("which") }],
    events.map(({ date, what, which }) => ({
      cells: [html`<time>${date}</time>`, words(what), generatedInline(which)],
    })),
    { isCaptionHidden: true },
  );
}
