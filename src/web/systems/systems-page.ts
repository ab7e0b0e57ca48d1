import type { Language } from "../../model/language.ts";
import { html } from "../html.ts";
import { municipalityPath } from "../municipalities/municipality-path.ts";
import { filterForm } from "../parts/filters.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { type ListedSystem, systemTexts } from "./listed-system.ts";
import { systemsFilters } from "./systems-filters.ts";
import { municipalityOf, systemsTable } from "./systems-table.ts";
import { SYSTEM_WORDS } from "./words.ts";

/** Every system in one table, which filters narrow and which stands in full without them. */
export function systemsPage(
  systems: readonly ListedSystem[],
  context: SiteContext,
  language: Language,
): SitePage {
  const say = sayingIn(SYSTEM_WORDS, language);
  const owners = new Set(systems.map((system) => municipalityPath(municipalityOf(system))));
  const isPartlyEnglish = systems.some(({ manifest }) => systemTexts(manifest)[language] === undefined);
  return {
    path: "systems",
    title: say("title"),
    description: say("description"),
    scripts: ["filters"],
    body: html`<p class="lead">${say("count", { n: systems.length, m: owners.size })}</p>
${filterForm("systems", systemsFilters(systems, language), language)}
${systemsTable(systems, context, language, { id: "systems" })}${isPartlyEnglish && html`\n<p class="quiet-text">${say("englishTitles")}</p>`}`,
  };
}
