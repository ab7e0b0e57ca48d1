import { waiverAnchor } from "../../site/waiver-anchor.ts";
import { type Html, html } from "../html.ts";
import { code } from "../parts/code.ts";
import { dataTable } from "../parts/data-table.ts";
import { sayingIn } from "../say.ts";
import { subjectLink } from "../systems/subject-link.ts";
import type { MunicipalityInput } from "./municipality-input.ts";
import { MUNICIPALITY_WORDS } from "./words.ts";

/** Waivers and standing approvals for the systems of a municipality. */
export function waivedPart({ municipality, context, language }: MunicipalityInput): Html {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const own = new Set(municipality.systems.map(({ id }) => id));
  const waivers = context.bundle.waivers.filter(({ value }) => own.has(value.manifest));
  if (waivers.length === 0) return html`<p>${say("waiversNone")}</p>`;
  return dataTable(
    say("waivers"),
    [{ title: say("waiver") }, { title: say("rule") }, { title: say("system") }, { title: say("until") }],
    waivers.map(({ value: { id, rule, manifest, expires } }) => ({
      cells: [
        html`<a href="${context.href(`waivers#${waiverAnchor(id)}`, language)}">${code(id)}</a>`,
        html`<a href="${context.href(`rules/${rule}`, language)}" dir="ltr">${rule}</a>`,
        subjectLink(manifest, context, language),
        html`<time>${expires}</time>${expires < context.asOf && html` ${say("ended")}`}`,
      ],
    })),
    { isCaptionHidden: true },
  );
}
