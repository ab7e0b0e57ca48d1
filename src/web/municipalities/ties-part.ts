import { countryName } from "../../site/country-name.ts";
import { type Html, html } from "../html.ts";
import { code } from "../parts/code.ts";
import { dataTable } from "../parts/data-table.ts";
import { sayingIn } from "../say.ts";
import type { MunicipalityInput } from "./municipality-input.ts";
import { MUNICIPALITY_WORDS } from "./words.ts";

/** Arrangements of a municipality with foreign bodies. */
export function tiesPart({ municipality, context, language }: MunicipalityInput): Html {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const { arrangements } = municipality;
  if (arrangements.length === 0) return html`<p>${say("arrangementsNone")}</p>`;
  return dataTable(
    say("arrangements"),
    [{ title: say("partner") }, { title: say("country") }, { title: say("register") }],
    arrangements.map(({ value: { id, partner } }) => ({
      cells: [
        html`<bdi>${partner.name}</bdi>`,
        partner.country ? countryName(partner.country, language) : say("notStated"),
        html`<a href="${context.href("arrangements", language)}">${code(id)}</a>`,
      ],
    })),
    { isCaptionHidden: true },
  );
}
