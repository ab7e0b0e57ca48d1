import type { Language } from "../../model/language.ts";
import { html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { type Filter, filterForm } from "../parts/filters.ts";
import { outcomeBadge, outcomeWord } from "../parts/outcome-badge.ts";
import { plainTexts, texts } from "../parts/texts.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { blockedTiers, EFFECTS, type ListedRule, TIERS } from "./listed-rule.ts";
import { RULES_WORDS } from "./words.ts";

/** Every rule in one table, which filters narrow and which stands in full without them. */
export function rulesPage(rules: readonly ListedRule[], context: SiteContext, language: Language): SitePage {
  const say = sayingIn(RULES_WORDS, language);
  const policies = new Set(rules.map(({ policy }) => policy.document.value.id)).size;
  const columns = [
    { title: say("rule") },
    { title: say("asks") },
    { title: say("policy") },
    { title: say("effect") },
    { title: say("state") },
    { title: say("failing"), isNumber: true },
  ];
  return {
    path: "rules",
    title: say("title"),
    description: say("description"),
    scripts: ["filters"],
    body: html`<p class="lead">${say("count", { n: rules.length, policies })}</p>
${filterForm("rules", filtersOf(rules, language), language)}
${dataTable(
  say("title"),
  columns,
  rules.map((listed) => ruleRow(listed, context, language)),
  { id: "rules", isCaptionHidden: true },
)}`,
  };
}

/** What rules can be chosen by: only what some rule has. */
function filtersOf(rules: readonly ListedRule[], language: Language): readonly Filter[] {
  const say = sayingIn(RULES_WORDS, language);
  const policies = new Map(
    rules.map(({ policy: { document } }) => [document.value.id, document.value.title]),
  );
  const states = [...new Set(rules.map(({ state }) => state))];
  const effects = EFFECTS.filter((effect) => rules.some((listed) => listed.effects.includes(effect)));
  return [
    {
      name: "policy",
      label: say("policy"),
      options: [...policies].map(([value, title]) => ({ value, label: plainTexts(title, language) })),
    },
    {
      name: "effect",
      label: say("effect"),
      options: effects.map((value) => ({ value, label: outcomeWord(value, language) })),
    },
    { name: "tier", label: say("blocksAt"), options: TIERS.map((value) => ({ value, label: value })) },
    {
      name: "state",
      label: say("state"),
      options: states.map((value) => ({ value, label: say(`state-${value}`) })),
    },
  ];
}

function ruleRow(
  { rule, policy, municipality, state, effects, findings }: ListedRule,
  { href }: SiteContext,
  language: Language,
) {
  const say = sayingIn(RULES_WORDS, language);
  const { id, title } = policy.document.value;
  const failing = findings.filter(({ outcome, state }) => outcome === "fail" && state === "open").length;
  return {
    cells: [
      html`<a href="${href(`rules/${rule.id}`, language)}" dir="ltr">${rule.id}</a>`,
      html`${texts(rule.written.title, language)}${municipality !== undefined && html` (<bdi>${municipality}</bdi>)`}`,
      html`<a href="${href(`policies/${id}`, language)}">${plainTexts(title, language)}</a>`,
      effects.map((effect) => html`${outcomeBadge(effect, language)} `),
      say(`state-${state}`),
      failing,
    ],
    marks: { policy: id, effect: effects.join(" "), tier: blockedTiers(rule).join(" "), state },
  };
}
