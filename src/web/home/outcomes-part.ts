import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { bar } from "../parts/bar.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { HOME_WORDS } from "./words.ts";

/** How many systems there are, and how many fail, wait and pass; the bar repeats the numbers. */
export function outcomesPart({ inventory }: SiteContext, language: Language): Html {
  const say = sayingIn(HOME_WORDS, language);
  const { verdicts } = inventory.outcomes;
  const { systems } = inventory.coverage;
  const figures = [
    { name: say("systems"), value: systems, kind: "plain" },
    { name: say("fails"), value: verdicts.fail, kind: "fail" },
    { name: say("waits"), value: verdicts["needs-approval"], kind: "wait" },
    { name: say("passes"), value: verdicts.pass, kind: "pass" },
  ] as const;
  return html`<section class="figures" aria-labelledby="outcomes">
<h2 id="outcomes" class="unseen">${say("outcomes")}</h2>
<dl>
${figures.map(
  ({ name, value, kind }) => html`<div class="${kind}"><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>
${bar(figures.slice(1), systems)}
</section>`;
}
