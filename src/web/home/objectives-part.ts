import type { InventoryObjective } from "../../model/inventory.ts";
import type { Language } from "../../model/language.ts";
import { objectiveAnchor } from "../../site/plan/objective-anchor.ts";
import { amountWords } from "../../site/plan/objectives-part.ts";
import { type Html, html } from "../html.ts";
import { generatedInline } from "../markdown.ts";
import { dataTable } from "../parts/data-table.ts";
import { outcomeBadge } from "../parts/outcome-badge.ts";
import { texts } from "../parts/texts.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { HOME_WORDS } from "./words.ts";

/** Every objective of the plan with what is measured today, its target and its day; nothing without a plan. */
export function objectivesPart(context: SiteContext, language: Language): Html {
  const { objectives } = context.inventory;
  if (objectives.length === 0) return html``;
  const say = sayingIn(HOME_WORDS, language);
  const columns = [
    { title: say("objective") },
    { title: say("measured"), isNumber: true },
    { title: say("target"), isNumber: true },
    { title: say("by") },
    { title: say("standing") },
  ];
  return html`<section aria-labelledby="objectives">
<h2 id="objectives">${say("objectives")}</h2>
<p>${say("objectivesAbout")}</p>
${dataTable(
  say("objectives"),
  columns,
  objectives.map((objective) => ({ cells: objectiveCells(objective, context, language) })),
  { isCaptionHidden: true },
)}
</section>`;
}

function objectiveCells(objective: InventoryObjective, context: SiteContext, language: Language) {
  const { id, title, measured, target, unit, date, standing } = objective;
  const setting = context.setting(language);
  const amount = (value: number | null) =>
    value === null ? "–" : generatedInline(amountWords(value, unit ?? undefined, setting));
  return [
    html`<a href="${context.href(`plan#${objectiveAnchor(id)}`, language)}">${texts(title, language)}</a>`,
    amount(measured),
    amount(target),
    date === null ? "–" : html`<time>${date}</time>`,
    outcomeBadge(standing, language),
  ];
}
