import type { Language } from "../../model/language.ts";
import { planBlocks } from "../../site/plan/plan-page.ts";
import { siteSay } from "../../site/words.ts";
import { html } from "../html.ts";
import { generatedMarkdown } from "../markdown.ts";
import { plainTexts, texts } from "../parts/texts.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";

/** The national plan: none where no plan is written. */
export function planPages(context: SiteContext, language: Language): readonly SitePage[] {
  const { plan } = context.bundle;
  if (plan === undefined) return [];
  const say = siteSay(language);
  const { title } = plan.value;
  return [
    {
      path: "plan",
      title: title === undefined ? say("planTitle") : plainTexts(title, language),
      description: say("about-plan"),
      ...(title === undefined ? {} : { heading: texts(title, language) }),
      body: html`${generatedMarkdown(planBlocks(plan, context.setting(language)))}`,
    },
  ];
}
