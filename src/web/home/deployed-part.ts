import type { Verdict } from "../../model/generated/report.ts";
import type { Language } from "../../model/language.ts";
import type { Tier } from "../../model/rule.ts";
import { type Html, html } from "../html.ts";
import { municipalityPath } from "../municipalities/municipality-path.ts";
import { bar } from "../parts/bar.ts";
import { dataTable } from "../parts/data-table.ts";
import { outcomeBadge } from "../parts/outcome-badge.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { HOME_WORDS } from "./words.ts";

const TIERS: readonly (Tier | "unknown")[] = ["T4", "T3", "T2", "T1", "unknown"];

/** The systems by municipality, by tier and by function, each with how they come out. */
export function deployedPart(context: SiteContext, language: Language): Html {
  return html`${byMunicipality(context, language)}
<div class="columns">
${byTier(context, language)}
${byFunction(context, language)}
</div>`;
}

function byMunicipality({ inventory, href }: SiteContext, language: Language): Html {
  const say = sayingIn(HOME_WORDS, language);
  const columns = [
    { title: say("municipality") },
    { title: say("systems"), isNumber: true },
    { title: say("tiers") },
    { title: say("failing"), isNumber: true },
    { title: say("outcome") },
  ];
  const rows = inventory.coverage.by_municipality.map((one) => ({
    cells: [
      html`<a href="${href(municipalityPath(one), language)}"><bdi>${one.name}</bdi></a>`,
      one.systems,
      TIERS.filter((tier) => one.tiers[tier] > 0).map(
        (tier) =>
          html`<span class="pair">${tierName(tier, language)}${one.tiers[tier] > 1 && html` ×${one.tiers[tier]}`}</span>`,
      ),
      one.failing,
      outcomeBadge(one.verdict, language),
    ],
  }));
  return html`<section aria-labelledby="by-municipality">
<h2 id="by-municipality">${say("byMunicipality")}</h2>
${dataTable(say("byMunicipality"), columns, rows, { isCaptionHidden: true })}
</section>`;
}

function byTier({ inventory, reports }: SiteContext, language: Language): Html {
  const say = sayingIn(HOME_WORDS, language);
  const { systems } = inventory.coverage;
  const of = (tier: Tier | "unknown", verdict: Verdict) =>
    reports.en.manifests.filter((one) => (one.tier ?? "unknown") === tier && one.verdict === verdict).length;
  const rows = TIERS.filter((tier) => tier !== "unknown" || inventory.tiers.unknown > 0).map((tier) => ({
    cells: [
      tierName(tier, language),
      inventory.tiers[tier],
      of(tier, "fail"),
      bar(
        [
          { value: of(tier, "fail"), kind: "fail" },
          { value: of(tier, "needs-approval"), kind: "wait" },
          { value: of(tier, "pass"), kind: "pass" },
        ],
        systems,
      ),
    ],
  }));
  const columns = [
    { title: say("tier") },
    { title: say("systems"), isNumber: true },
    { title: say("failing"), isNumber: true },
    { title: say("share") },
  ];
  return html`<section aria-labelledby="by-tier">
<h2 id="by-tier">${say("byTier")}</h2>
<p>${say("tierAbout")}</p>
${dataTable(say("byTier"), columns, rows, { isCaptionHidden: true })}
</section>`;
}

function byFunction({ inventory, bundle }: SiteContext, language: Language): Html {
  const say = sayingIn(HOME_WORDS, language);
  const labels = bundle.policies.vocabulary.facts.get("system.functions_in_use")?.valueLabels;
  const name = (of: string) =>
    of === "unknown" || of === "none" ? say(`function-${of}`) : (labels?.get(of)?.[language] ?? of);
  const rows = [...inventory.functions]
    .sort((a, b) => b.systems - a.systems)
    .map(({ function: of, systems, failing }) => ({
      cells: [
        name(of),
        systems,
        failing,
        bar(
          [
            { value: failing, kind: "fail" },
            { value: systems - failing, kind: "plain" },
          ],
          inventory.coverage.systems,
        ),
      ],
    }));
  const columns = [
    { title: say("function") },
    { title: say("systems"), isNumber: true },
    { title: say("failing"), isNumber: true },
    { title: say("share") },
  ];
  return html`<section aria-labelledby="by-function">
<h2 id="by-function">${say("byFunction")}</h2>
${dataTable(say("byFunction"), columns, rows, { isCaptionHidden: true })}
</section>`;
}

function tierName(tier: Tier | "unknown", language: Language): string {
  return tier === "unknown" ? sayingIn(HOME_WORDS, language)("tier-unknown") : tier;
}
