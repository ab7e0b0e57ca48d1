import type { Language } from "../../model/language.ts";
import { pageProse } from "../../site/page-prose.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { listedRules } from "./listed-rule.ts";
import { rulePage } from "./rule-page.ts";
import { rulesPage } from "./rules-page.ts";

/** The list of all rules, and a page for each, withdrawn ones included. */
export function rulesPages(context: SiteContext, language: Language): readonly SitePage[] {
  const rules = listedRules(context);
  const prose = new Map([...context.prose].map(([policy, text]) => [policy, pageProse(text)]));
  return [
    rulesPage(rules, context, language),
    ...rules.map((listed) => {
      const own = prose.get(listed.policy.document.value.id)?.rules.get(listed.rule.id);
      return rulePage({ listed, all: rules, prose: own, context, language });
    }),
  ];
}
