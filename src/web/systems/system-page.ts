import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { municipalityPath } from "../municipalities/municipality-path.ts";
import { code } from "../parts/code.ts";
import { factList } from "../parts/fact-list.ts";
import { outcomeBadge } from "../parts/outcome-badge.ts";
import { isForeign, ownWords } from "../parts/own-words.ts";
import { type Section, sectionList } from "../parts/sections.ts";
import { texts } from "../parts/texts.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { accountablePart, contactPart, rightsPart } from "./accountable-part.ts";
import { dataPart, keptPart, seesPart } from "./data-part.ts";
import { doesPart } from "./does-part.ts";
import { findingsPart } from "./findings-part.ts";
import { labelsIn } from "./labels.ts";
import { type ListedSystem, systemTexts, systemTitle } from "./listed-system.ts";
import type { SystemInput } from "./system-input.ts";
import { kindsOf, municipalityOf } from "./systems-table.ts";
import { wherePart } from "./where-part.ts";
import { whyPart } from "./why-part.ts";
import { SYSTEM_WORDS, type SystemWord } from "./words.ts";

/**
 * The page of a system for whoever walks past it: what, why, who is accountable, what it does, what data, how long, who
 * sees it, where, rights and contact, in the order of Digital Trust for Places and Routines; what the rules say stands last.
 */
export function systemPage(system: ListedSystem, context: SiteContext, language: Language): SitePage {
  const say = sayingIn(SYSTEM_WORDS, language);
  const of = { system, context, language };
  const parts: readonly (readonly [SystemWord, Html])[] = [
    ["why", whyPart(of)],
    ["accountable", accountablePart(of)],
    ["does", doesPart(of)],
    ["data", dataPart(of)],
    ["kept", keptPart(of)],
    ["sees", seesPart(of)],
    ["where", wherePart(of)],
    ["rights", rightsPart(of)],
    ["contact", contactPart(of)],
    ["findings", findingsPart(of)],
  ];
  const sections = parts.map(([id, body]): Section => ({ id, title: say(id), body }));
  return {
    path: `systems/${system.id}`,
    title: systemTitle(system.manifest, language),
    description: say("about"),
    above: [{ path: "systems", title: say("title") }],
    contents: sections,
    keywords: `${system.id} ${municipalityOf(system).name} ${systemTitle(system.manifest, "en")}`,
    heading: texts(systemTexts(system.manifest), language),
    body: html`${headPart(of)}
${sectionList(sections)}`,
  };
}

function headPart({ system, context, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const { metadata } = system.manifest.value;
  const label = labelsIn(context, language);
  const { municipality } = metadata;
  const file = context.setting(language).addresses.file(system.manifest.file);
  return html`${factList([
    [say("kinds"), kindsOf(system, label, language) || say("notStated")],
    [
      say("municipality"),
      html`<a href="${context.href(municipalityPath(municipality), language)}">${ownWords(municipality.name, language)}</a>`,
    ],
    [say("stage"), label("system.stage", metadata.status)],
    [say("tier"), system.tier ?? say("tierUnknown")],
    [say("outcome"), outcomeBadge(system.verdict, language)],
    [
      say("file"),
      file === undefined
        ? code(system.manifest.file)
        : html`<a href="${file}">${code(system.manifest.file)}</a>`,
    ],
    ...(metadata.modelled_on
      ? ([
          [
            say("modelled"),
            html`${ownWords(metadata.modelled_on.case, language)} <small class="quiet-text">${ownWords(metadata.modelled_on.source, language)}</small>`,
          ],
        ] as const)
      : []),
  ])}
${
  hasForeignWords(system, language) &&
  html`<p class="quiet-text">${say("foreignWords")}</p>
`
}<p class="on-screen"><a href="${context.href(`systems/${system.id}/sign`, language)}">${say("signLink")}</a></p>`;
}

/** Whether what the municipality wrote in its own words is in another language than the page. */
function hasForeignWords({ manifest }: SystemInput["system"], language: Language): boolean {
  const { metadata, objective } = manifest.value;
  return [metadata.owner?.role, objective?.problem].some((text) => text && isForeign(text, language));
}
