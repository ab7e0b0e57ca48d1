import type { Language } from "../../model/language.ts";
import type { DatedEvent } from "../../site/changes/dated-event.ts";
import { type Html, html } from "../html.ts";
import { generatedInline } from "../markdown.ts";
import { dataTable } from "../parts/data-table.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { CHANGES_WORDS } from "./words.ts";

/** Dated events as a table, in the order given. */
export function eventTable(
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
