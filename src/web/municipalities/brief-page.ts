import type { Finding } from "../../model/generated/report.ts";
import type { Language } from "../../model/language.ts";
import { sentence } from "../../render/words.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { stateBadge } from "../rules/today-part.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { findingsByRule } from "../systems/findings-by-rule.ts";
import { dutiesPart } from "./duties-part.ts";
import type { ListedMunicipality } from "./listed-municipality.ts";
import { MUNICIPALITY_WORDS } from "./words.ts";

/** So many rules and days fit on one sheet of A4. */
const RULES = 12;
const DAYS = 10;

/** One page to print for a council meeting: numbers, what is open by rule, and the next dates. */
export function briefPage(
  municipality: ListedMunicipality,
  context: SiteContext,
  language: Language,
): SitePage {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const { counted, path } = municipality;
  const title = say("brief", { name: counted.name });
  return {
    path: `${path}/brief`,
    title,
    description: say("about", { name: counted.name }),
    above: [
      { path: "municipalities", title: say("title") },
      { path, title: counted.name },
    ],
    body: html`<div class="brief">
<p class="lead">${say("briefLead", {
      n: counted.systems,
      failing: counted.failing,
      date: context.asOf,
    })}</p>
<h2>${say("open")}</h2>
${openPart(municipality, context, language)}
<h2>${say("duties")}</h2>
${dutiesPart({ municipality, context, language }, DAYS)}
</div>`,
  };
}

function openPart({ systems }: ListedMunicipality, context: SiteContext, language: Language): Html {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const open = systems.flatMap(({ findings }) =>
    findings.filter(({ state, effect }) => state === "open" && effect !== "note"),
  );
  if (open.length === 0) return html`<p>${say("openNone", { date: context.asOf })}</p>`;
  const byRule = findingsByRule(open);
  const left = byRule.length - RULES;
  return html`${dataTable(
    say("open"),
    [
      { title: say("rule") },
      { title: say("weight") },
      { title: say("places"), isNumber: true },
      { title: say("systems"), isNumber: true },
    ],
    byRule.slice(0, RULES).flatMap((of) => {
      const [first] = of;
      return first === undefined ? [] : [{ cells: ruleCells(first, of, context, language) }];
    }),
    { isCaptionHidden: true },
  )}${left > 0 && html`\n<p>${say("openLeft", { n: left })}</p>`}`;
}

function ruleCells(first: Finding, of: readonly Finding[], context: SiteContext, language: Language) {
  return [
    html`<a href="${context.href(`rules/${first.rule}`, language)}"><bdi>${first.rule}</bdi> ${sentence(first.title)}</a>`,
    stateBadge(first, language),
    of.length,
    new Set(of.map(({ manifest }) => manifest)).size,
  ];
}
