import { LANGUAGES } from "../../model/language.ts";
import { LANGUAGE_NAMES } from "../../site/words.ts";
import { type Html, html } from "../html.ts";
import { sayingIn } from "../say.ts";
import { brand } from "./brand.ts";
import { HEAD_NAVIGATION, sectionOf } from "./navigation.ts";
import { notices } from "./notices.ts";
import type { Frame } from "./render-page.ts";
import { SHELL_WORDS } from "./words.ts";

/**
 * Name, languages, search and the main pages; below them where the reader is, of which day the page speaks, and what must
 * be known before anything else.
 */
export function header(frame: Frame): Html {
  const { context, language } = frame;
  const say = sayingIn(SHELL_WORDS, language);
  return html`<header>
<div class="site-head">
<div class="bar">
${brand(context.href("", language), language)}
<a class="menu" href="#all-pages">${say("menu")}</a>
${languages(frame)}
<form class="search" role="search" action="${context.href("search", language)}" method="get">
<label class="unseen" for="site-search">${say("searchLabel")}</label>
<input id="site-search" name="q" type="search" autocomplete="off">
<button type="submit">${say("search")}</button>
</form>
</div>
${mainNavigation(frame)}
</div>
${trail(frame)}
${notices(frame)}</header>`;
}

function languages({ context, language, page }: Frame): Html {
  const say = sayingIn(SHELL_WORDS, language);
  return html`<nav class="languages" aria-label="${say("language")}">
<ul>
${LANGUAGES.map((other) => {
  const current = other === language ? html` aria-current="true"` : null;
  return html`<li><a href="${context.href(page.path, other)}" lang="${other}" hreflang="${other}"${current}>${LANGUAGE_NAMES[other]}</a></li>
`;
})}</ul>
</nav>`;
}

function mainNavigation({ context, language, page, paths }: Frame): Html {
  const say = sayingIn(SHELL_WORDS, language);
  const here = sectionOf(page.path);
  return html`<nav class="main-nav" aria-label="${say("mainNavigation")}">
<ul>
${HEAD_NAVIGATION.filter((path) => paths.has(path)).map((path) => {
  const current = path === page.path ? "page" : path === here ? "true" : undefined;
  return html`<li><a href="${context.href(path, language)}"${current && html` aria-current="${current}"`}>${say(`nav-${path}`)}</a></li>
`;
})}</ul>
</nav>`;
}

function trail({ context, language, page }: Frame): Html {
  const say = sayingIn(SHELL_WORDS, language);
  const asOf = html`<p class="as-of">${say("asOf", { date: context.asOf })}</p>`;
  if (page.path === "") return html`<div class="trail">${asOf}</div>`;
  const steps = [{ path: "", title: say("home") }, ...(page.above ?? [])];
  return html`<div class="trail">
<nav aria-label="${say("trail")}">
<ol>
${steps.map(
  ({ path, title }) => html`<li><a href="${context.href(path, language)}">${title}</a></li>
`,
)}<li aria-current="page"><bdi>${page.title}</bdi></li>
</ol>
</nav>
${asOf}
</div>`;
}
