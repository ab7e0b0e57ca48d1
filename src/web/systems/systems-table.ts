import { COMMA, type Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { municipalityPath } from "../municipalities/municipality-path.ts";
import { dataTable } from "../parts/data-table.ts";
import { outcomeBadge } from "../parts/outcome-badge.ts";
import { ownWords } from "../parts/own-words.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { entriesOf, type Label, labelsIn } from "./labels.ts";
import type { ListedSystem } from "./listed-system.ts";
import { subjectLink } from "./subject-link.ts";
import { municipalityMark } from "./systems-filters.ts";
import { SYSTEM_WORDS } from "./words.ts";

/** A table of systems: whose they are, tier, stage and outcome. */
export function systemsTable(
  systems: readonly ListedSystem[],
  context: SiteContext,
  language: Language,
  { id, withoutOwner = false }: { readonly id?: string; readonly withoutOwner?: boolean } = {},
): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const label = labelsIn(context, language);
  const columns = [
    { title: say("system") },
    ...(withoutOwner ? [] : [{ title: say("municipality") }]),
    { title: say("kinds") },
    { title: say("tier") },
    { title: say("stage") },
    { title: say("outcome") },
  ];
  return dataTable(
    say("title"),
    columns,
    systems.map((system) => {
      const { name } = municipalityOf(system);
      const path = municipalityPath(municipalityOf(system));
      return {
        cells: [
          subjectLink(system.id, context, language),
          ...(withoutOwner
            ? []
            : [html`<a href="${context.href(path, language)}">${ownWords(name, language)}</a>`]),
          kindsOf(system, label, language),
          system.tier ?? say("tierUnknown"),
          label("system.stage", system.manifest.value.metadata.status),
          outcomeBadge(system.verdict, language),
        ],
        marks: {
          municipality: municipalityMark(municipalityOf(system)),
          tier: system.tier ?? "unknown",
          stage: system.manifest.value.metadata.status,
          outcome: system.verdict,
        },
      };
    }),
    { ...(id !== undefined && { id }), isCaptionHidden: true },
  );
}

/** The municipality or body whose system it is. */
export function municipalityOf({ manifest }: ListedSystem) {
  return manifest.value.metadata.municipality;
}

/** What kinds of system it is, in words. */
export function kindsOf({ manifest }: ListedSystem, label: Label, language: Language): string {
  return entriesOf(manifest.value.system?.categories)
    .map((category) => label("system.categories", category))
    .join(COMMA[language]);
}
