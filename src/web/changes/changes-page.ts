import type { Language } from "../../model/language.ts";
import { html } from "../html.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { eventChart } from "./event-chart.ts";
import { eventTable } from "./event-table.ts";
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
${eventChart(events, context, language)}
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
