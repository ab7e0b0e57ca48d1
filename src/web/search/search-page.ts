import type { Language } from "../../model/language.ts";
import { html } from "../html.ts";
import { texts } from "../parts/texts.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { SEARCH_WORDS } from "./words.ts";

/** The file of the index, below the language. */
export const INDEX_FILE = "search/index.json";

/** The search: a form whose question stands in the address; without script, the list of all rules below it. */
export function searchPage(context: SiteContext, language: Language): SitePage {
  const say = sayingIn(SEARCH_WORDS, language);
  const words = SEARCH_WORDS[language];
  const { base, href, bundle } = context;
  return {
    path: "search",
    title: say("title"),
    description: say("description"),
    scripts: ["search"],
    body: html`<form class="search-form on-screen" action="${href("search", language)}" method="get">
<label for="q">${say("label")}</label>
<div><input id="q" name="q" type="search" dir="auto" autocomplete="off"><button type="submit">${say("button")}</button></div>
</form>
<div id="search" data-index="${base}${language}/${INDEX_FILE}" data-pages="${href("", language)}" data-found="${words.found}" data-none="${words.none}" data-broken="${words.broken}">
<p role="status"></p>
<ol class="results"></ol>
</div>
<section aria-labelledby="all-rules">
<h2 id="all-rules">${say("all")}</h2>
<p>${say("allAbout")}</p>
<ul>
${bundle.policies.policies.flatMap(({ rules }) =>
  rules.map(
    ({ id, written }) =>
      html`<li><a href="${href(`rules/${id}`, language)}"><bdi>${id}</bdi></a> ${texts(written.title, language)}</li>
`,
  ),
)}</ul>
</section>`,
  };
}
