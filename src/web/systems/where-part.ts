import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { ownWords } from "../parts/own-words.ts";
import { sayingIn } from "../say.ts";
import { placesOf } from "./places-of.ts";
import type { SystemInput } from "./system-input.ts";
import { SYSTEM_WORDS } from "./words.ts";

/** Where the devices of a system stand. Positions that need protection are not shown. */
export function wherePart({ system, context, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const places = placesOf(system, context.view);
  if (places.length === 0) return html`<p>${say("notStated")}</p>`;
  return dataTable(
    say("where"),
    [{ title: say("place") }, { title: say("devices"), isNumber: true }, { title: say("position") }],
    places.map(({ name, devices, position, isWithheld }) => ({
      cells: [
        ownWords(name ?? say("notStated"), language),
        devices ?? "",
        isWithheld
          ? html`<em>${say("withheld")}</em>`
          : position && html`<bdi dir="ltr">${position.lat.toFixed(4)}, ${position.lon.toFixed(4)}</bdi>`,
      ],
    })),
    { isCaptionHidden: true },
  );
}
