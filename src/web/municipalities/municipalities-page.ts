import type { Language } from "../../model/language.ts";
import { html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { type Filter, filterForm } from "../parts/filters.ts";
import { outcomeBadge, outcomeWord } from "../parts/outcome-badge.ts";
import { mapPart } from "../places/map-part.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import type { ListedMunicipality } from "./listed-municipality.ts";
import { MUNICIPALITY_WORDS } from "./words.ts";

/** Every municipality and body with its systems counted by tier and how they come out. */
export function municipalitiesPage(
  municipalities: readonly ListedMunicipality[],
  context: SiteContext,
  language: Language,
): SitePage {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const columns = [
    { title: say("municipality") },
    { title: say("type") },
    { title: say("systems"), isNumber: true },
    ...(["T1", "T2", "T3", "T4"] as const).map((title) => ({ title, isNumber: true })),
    { title: say("failing"), isNumber: true },
    { title: say("outcome") },
  ];
  return {
    path: "municipalities",
    title: say("title"),
    description: say("description"),
    scripts: ["filters"],
    body: html`<p class="lead">${say("lead", { n: municipalities.length })}</p>
${filterForm("municipalities", filtersOf(municipalities, language), language)}
${dataTable(
  say("title"),
  columns,
  municipalities.map(({ path, counted }) => ({
    cells: [
      html`<a href="${context.href(path, language)}"><bdi>${counted.name}</bdi></a>`,
      typeName(counted.type, language),
      counted.systems,
      ...(["T1", "T2", "T3", "T4"] as const).map((tier) => counted.tiers[tier]),
      counted.failing,
      outcomeBadge(counted.verdict, language),
    ],
    marks: { outcome: counted.verdict, type: counted.type ?? "unknown" },
  })),
  { id: "municipalities", isCaptionHidden: true },
)}
${mapPart(context, language)}`,
  };
}

/** What municipalities and bodies can be chosen by: only what one of them has. */
function filtersOf(municipalities: readonly ListedMunicipality[], language: Language): readonly Filter[] {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const types = new Map(
    municipalities.map(({ counted: { type } }) => [type ?? "unknown", typeName(type, language)]),
  );
  const verdicts = [...new Set(municipalities.map(({ counted }) => counted.verdict))].sort();
  return [
    { name: "type", label: say("type"), options: [...types].map(([value, label]) => ({ value, label })) },
    {
      name: "outcome",
      label: say("outcome"),
      options: verdicts.map((value) => ({ value, label: outcomeWord(value, language) })),
    },
  ];
}

/** What a municipality or body is, in words. */
export function typeName(type: string | null, language: Language): string {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const types = ["city", "local_council", "regional_council", "ministry", "body"] as const;
  const known = types.find((one) => one === type);
  return say(known === undefined ? "type-unknown" : `type-${known}`);
}
