import type { InventoryVendor } from "../../model/inventory.ts";
import type { Language } from "../../model/language.ts";
import { countryName } from "../../site/country-name.ts";
import { listName } from "../../site/vendors/links.ts";
import { type Html, html } from "../html.ts";
import { generatedInline } from "../markdown.ts";
import { dataTable } from "../parts/data-table.ts";
import { plainTexts } from "../parts/texts.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { vendorPath } from "../vendors/vendor-path.ts";
import { HOME_WORDS } from "./words.ts";

/** So many vendors and rules stand on the home page; their own pages have all. */
const SHOWN = 10;

/** The companies most systems rest on, and the rules that fail most. */
export function vendorsPart(context: SiteContext, language: Language): Html {
  const say = sayingIn(HOME_WORDS, language);
  const most = [...context.inventory.vendors].sort((a, b) => b.systems - a.systems).slice(0, SHOWN);
  const columns = [
    { title: say("vendor") },
    { title: say("country") },
    { title: say("systems"), isNumber: true },
    { title: say("devices"), isNumber: true },
    { title: say("lists") },
  ];
  return html`<section aria-labelledby="by-vendor">
<h2 id="by-vendor">${say("byVendor")}</h2>
<p>${say("vendorAbout")}</p>
${dataTable(
  say("byVendor"),
  columns,
  most.map((vendor) => ({ cells: vendorCells(vendor, context, language) })),
  { isCaptionHidden: true },
)}
<p><a href="${context.href("vendors", language)}">${say("allVendors")}</a></p>
</section>
${rulesPart(context, language)}`;
}

function vendorCells(vendor: InventoryVendor, context: SiteContext, language: Language) {
  const { entity, name, country, systems, devices, lists } = vendor;
  const say = sayingIn(HOME_WORDS, language);
  const setting = context.setting(language);
  return [
    entity === null
      ? html`<bdi>${name}</bdi> <small class="untranslated">(${say("unresolved")})</small>`
      : html`<a href="${context.href(vendorPath(entity), language)}"><bdi>${name}</bdi></a>`,
    country === null ? "" : countryName(country, language),
    systems,
    devices,
    lists.map((list, index) => html`${index > 0 && " · "}${generatedInline(listName(list, setting))}`),
  ];
}

function rulesPart({ inventory, bundle, href }: SiteContext, language: Language): Html {
  const say = sayingIn(HOME_WORDS, language);
  const titles = new Map(
    bundle.policies.policies.flatMap(({ rules }) => rules.map(({ id, written }) => [id, written.title])),
  );
  const most = [...inventory.outcomes.rules]
    .filter(({ rule, fail }) => fail > 0 && titles.has(rule))
    .sort((a, b) => b.fail - a.fail)
    .slice(0, SHOWN);
  return html`<section aria-labelledby="by-rule">
<h2 id="by-rule">${say("byRule")}</h2>
${dataTable(
  say("byRule"),
  [
    { title: say("rule") },
    { title: say("failing"), isNumber: true },
    { title: say("undecided"), isNumber: true },
    { title: say("systems"), isNumber: true },
  ],
  most.map(({ rule, fail, unknown, systems }) => {
    const title = titles.get(rule);
    return {
      cells: [
        html`<a href="${href(`rules/${rule}`, language)}"><bdi>${rule}</bdi> ${title && plainTexts(title, language)}</a>`,
        fail,
        unknown,
        systems,
      ],
    };
  }),
  { isCaptionHidden: true },
)}
</section>`;
}
