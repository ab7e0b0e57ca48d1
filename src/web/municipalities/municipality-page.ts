import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { code } from "../parts/code.ts";
import { factList } from "../parts/fact-list.ts";
import { outcomeBadge } from "../parts/outcome-badge.ts";
import { type Section, sectionList } from "../parts/sections.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { systemsTable } from "../systems/systems-table.ts";
import { dutiesPart } from "./duties-part.ts";
import type { ListedMunicipality } from "./listed-municipality.ts";
import { typeName } from "./municipalities-page.ts";
import { suppliersPart } from "./suppliers-part.ts";
import { tiesPart } from "./ties-part.ts";
import { waivedPart } from "./waived-part.ts";
import { MUNICIPALITY_WORDS, type MunicipalityWord } from "./words.ts";

/** The page of a municipality or body: its systems and verdicts, duties by date, waivers, arrangements and vendors. */
export function municipalityPage(
  municipality: ListedMunicipality,
  context: SiteContext,
  language: Language,
): SitePage {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const of = { municipality, context, language };
  const { counted, path } = municipality;
  const parts: readonly (readonly [MunicipalityWord, Html])[] = [
    ["systems", systemsTable(municipality.systems, context, language, { withoutOwner: true })],
    ["duties", dutiesPart(of)],
    ["waivers", waivedPart(of)],
    ["arrangements", tiesPart(of)],
    ["vendors", suppliersPart(of)],
  ];
  const sections = parts.map(([id, body]): Section => ({ id, title: say(id), body }));
  return {
    path,
    title: counted.name,
    description: say("about", { name: counted.name }),
    above: [{ path: "municipalities", title: say("title") }],
    contents: sections,
    keywords: counted.cbs_code,
    body: html`${factList([
      [say("type"), typeName(counted.type, language)],
      ...(counted.cbs_code === "gov" ? [] : ([[say("code"), code(counted.cbs_code)]] as const)),
      ...(municipality.residents === undefined
        ? []
        : ([[say("residents"), municipality.residents.toLocaleString("en")]] as const)),
      [say("systems"), say("systemsText", { n: counted.systems, failing: counted.failing })],
      [say("outcome"), outcomeBadge(counted.verdict, language)],
    ])}
<p class="on-screen"><a href="${context.href(`${path}/brief`, language)}">${say("briefLink")}</a></p>
${sectionList(sections)}`,
  };
}
