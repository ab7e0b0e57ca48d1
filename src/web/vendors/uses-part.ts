import { COMMA, type Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { municipalityPath } from "../municipalities/municipality-path.ts";
import { dataTable } from "../parts/data-table.ts";
import { outcomeBadge } from "../parts/outcome-badge.ts";
import { ownWords } from "../parts/own-words.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { labelsIn } from "../systems/labels.ts";
import { subjectLink } from "../systems/subject-link.ts";
import { municipalityOf } from "../systems/systems-table.ts";
import type { VendorUse } from "./vendor-uses.ts";
import { VENDORS_WORDS } from "./words.ts";

/** Which systems name a company, whose they are, and in what roles. */
export function usesPart(uses: readonly VendorUse[], context: SiteContext, language: Language): Html {
  const say = sayingIn(VENDORS_WORDS, language);
  if (uses.length === 0) return html`<p>${say("usedNone")}</p>`;
  const label = labelsIn(context, language);
  return html`<p>${say("usedAbout")}</p>
${dataTable(
  say("usedIn"),
  [
    { title: say("system") },
    { title: say("municipality") },
    { title: say("roles") },
    { title: say("outcome") },
  ],
  uses.map(({ system, roles }) => ({
    cells: [
      subjectLink(system.id, context, language),
      html`<a href="${context.href(municipalityPath(municipalityOf(system)), language)}">${ownWords(municipalityOf(system).name, language)}</a>`,
      roles.map((role) => label("party.roles", role)).join(COMMA[language]),
      outcomeBadge(system.verdict, language),
    ],
  })),
  { isCaptionHidden: true },
)}`;
}
