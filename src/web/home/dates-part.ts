import type { Language } from "../../model/language.ts";
import type { DatedEvent } from "../../site/changes/dated-event.ts";
import { datedEvents } from "../../site/changes/dated-events.ts";
import { type Html, html } from "../html.ts";
import { generatedInline } from "../markdown.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { HOME_WORDS } from "./words.ts";

/** So many of either. */
const SHOWN = 6;

/** The dates that come next, and what changed last. */
export function datesPart(context: SiteContext, language: Language): Html {
  const say = sayingIn(HOME_WORDS, language);
  const events = datedEvents(context.setting(language));
  const ascending = [...events].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
  const next = ascending.filter(({ date }) => date > context.asOf).slice(0, SHOWN);
  const newest = ascending.filter(({ date, what }) => date <= context.asOf && what === "on-version");
  return html`<div class="columns">
<section aria-labelledby="next">
<h2 id="next">${say("next")}</h2>
${eventList(next, context, language)}
<p><a href="${context.href("changes", language)}">${say("allDates")}</a></p>
</section>
<section aria-labelledby="newest">
<h2 id="newest">${say("newest")}</h2>
${eventList(newest.slice(-SHOWN).reverse(), context, language)}
</section>
</div>`;
}

function eventList(events: readonly DatedEvent[], context: SiteContext, language: Language): Html {
  const { say } = context.setting(language);
  return html`<ol class="timeline">
${events.map(
  ({ date, what, which }) =>
    html`<li><span class="when"><time>${date}</time> ${say(what)}</span> ${generatedInline(which)}</li>
`,
)}</ol>`;
}
