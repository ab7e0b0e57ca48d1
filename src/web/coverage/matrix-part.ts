import type { Language } from "../../model/language.ts";
import { objectiveAnchor } from "../../site/plan/objective-anchor.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { texts } from "../parts/texts.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { bestOf, type Coverage, coverageOf } from "./coverage-of.ts";
import { COVERAGE_WORDS } from "./words.ts";

/** Objectives by function: which reach which, and in the last row what any reaches. */
export function matrixPart(context: SiteContext, language: Language): Html {
  const say = sayingIn(COVERAGE_WORDS, language);
  const { bundle, href } = context;
  const labels = bundle.policies.vocabulary.facts.get("system.functions_in_use")?.valueLabels ?? new Map();
  const functions = [...labels.keys()];
  const objectives = (bundle.plan?.value.objectives ?? [])
    .filter((objective) => (objective.functions ?? []).length > 0)
    .map((objective) => ({ objective, coverage: coverageOf(objective, context) }));
  const rows = objectives.map(({ objective, coverage }) => ({
    cells: [
      html`<a href="${href(`plan#${objectiveAnchor(objective.id)}`, language)}">${texts(objective.title, language)}</a>`,
      ...functions.map((name) =>
        objective.functions?.some((own) => own === name) ? sign(coverage, language) : sign(undefined, language),
      ),
    ],
  }));
  const any = functions.map((name) =>
    bestOf(
      objectives.flatMap(({ objective, coverage }) =>
        objective.functions?.some((own) => own === name) ? [coverage] : [],
      ),
    ),
  );
  return html`<p>${say("matrixAbout")}</p>
<p class="legend">${(["covered", "planned", "gap"] as const).map((one) => html`<span class="pair"><span class="sign ${one}" aria-hidden="true"></span> ${say(one)}</span> `)}</p>
${dataTable(
  say("matrix"),
  [{ title: say("objective") }, ...functions.map((name) => ({ title: labels.get(name)?.[language] ?? name }))],
  [...rows, { cells: [say("anyObjective"), ...any.map((one) => sign(one, language))] }],
  { isCaptionHidden: true },
)}`;
}

function sign(coverage: Coverage | undefined, language: Language): Html {
  const say = sayingIn(COVERAGE_WORDS, language);
  if (coverage === undefined) return html`<span class="unseen">${say("outside")}</span>`;
  return html`<span class="sign ${coverage}"><span class="unseen">${say(coverage)}</span></span>`;
}
