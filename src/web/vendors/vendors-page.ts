import type { Entity } from "../../model/generated/registry.ts";
import type { Language } from "../../model/language.ts";
import { viewEntity } from "../../registry/entity-view.ts";
import { countryName } from "../../site/country-name.ts";
import { carriersSection } from "../../site/vendors/carriers-section.ts";
import { flawsSection } from "../../site/vendors/flaws-section.ts";
import { lawsSection } from "../../site/vendors/laws-section.ts";
import { listName } from "../../site/vendors/links.ts";
import { listsSection } from "../../site/vendors/lists-section.ts";
import { sourcesTable } from "../../site/vendors/sources-table.ts";
import { type Html, html } from "../html.ts";
import { generatedInline, generatedMarkdown } from "../markdown.ts";
import { dataTable } from "../parts/data-table.ts";
import { type Section, sectionList } from "../parts/sections.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { vendorPath } from "./vendor-path.ts";
import { VENDORS_WORDS } from "./words.ts";

/** The register: every entry by name, and below it lists, laws, vulnerabilities, carriers and sources. */
export function vendorsPage(context: SiteContext, language: Language): SitePage {
  const own = sayingIn(VENDORS_WORDS, language);
  const setting = context.setting(language);
  const { say } = setting;
  const generated = [
    { id: "lists", title: say("listsHead"), blocks: listsSection(setting) },
    {
      id: "laws",
      title: say("lawsHead"),
      blocks: [...lawsSection(setting, false), ...lawsSection(setting, true)],
    },
    { id: "vulnerabilities", title: say("flawsHead"), blocks: flawsSection(setting, false) },
    { id: "carriers", title: say("carriersHead"), blocks: carriersSection(setting) },
    { id: "sources", title: say("vendorSourcesHead"), blocks: sourcesTable(setting) },
  ].filter(({ blocks }) => blocks.length > 0);
  const sections: readonly Section[] = [
    { id: "names", title: own("entries"), body: entries(context, language) },
    ...generated.map(({ blocks, ...rest }) => ({ ...rest, body: generatedMarkdown(blocks) })),
  ];
  return {
    path: "vendors",
    title: say("vendorsTitle"),
    description: own("description"),
    contents: sections,
    body: html`<div class="lead">${generatedMarkdown([say("vendorsAbout", { policies: context.href("policies", language) })])}</div>
<p>${say("vendorsReading")}</p>
<h2>${own("correct")}</h2>
<p>${say("correct")}</p>
${sectionList(sections)}`,
  };
}

function entries(context: SiteContext, language: Language): Html {
  const { say, register } = context.setting(language);
  const shown = [...register.tables.entities.values()]
    .map((entity) => ({ entity, sortedBy: register.nameOf(entity.id).toLowerCase() }))
    .sort((a, b) => (a.sortedBy < b.sortedBy ? -1 : 1));
  return dataTable(
    sayingIn(VENDORS_WORDS, language)("entries"),
    [
      { title: say("name") },
      { title: say("country") },
      { title: say("kind") },
      { title: say("listingsHead") },
      { title: sayingIn(VENDORS_WORDS, language)("used"), isNumber: true },
    ],
    shown.map(({ entity }) => ({ cells: entryCells(entity, context, language) })),
    { id: "vendors", isCaptionHidden: true },
  );
}

function entryCells(entity: Entity, context: SiteContext, language: Language) {
  const setting = context.setting(language);
  const { say, register } = setting;
  const { asOf, inventory, href } = context;
  const lists = register.tables.listings.filter(
    ({ entity: named, from, to }) => named === entity.id && (!from || from <= asOf) && (!to || to > asOf),
  );
  const used = inventory.vendors.find((vendor) => vendor.entity === entity.id)?.systems ?? 0;
  return [
    html`<a href="${href(vendorPath(entity.id), language)}"><bdi>${register.nameOf(entity.id)}</bdi></a>`,
    entity.jurisdiction === null ? "" : countryName(entity.jurisdiction, language),
    say(`entity-${viewEntity(entity, []).kind}`),
    [...new Set(lists.map(({ list }) => list))].map(
      (list, index) =>
        html`${index > 0 && " · "}<a href="#list-${list}">${generatedInline(listName(list, setting))}</a>`,
    ),
    used,
  ];
}
