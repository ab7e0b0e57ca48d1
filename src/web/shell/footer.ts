import { type Html, html } from "../html.ts";
import { sayingIn } from "../say.ts";
import { NAVIGATION, type NavigationGroup } from "./navigation.ts";
import type { Frame } from "./render-page.ts";
import { SHELL_WORDS } from "./words.ts";

/** All main pages by group, and what the site was made from. */
export function footer(frame: Frame): Html {
  const { context, language } = frame;
  const { digests, engine } = context.reports[language];
  const say = sayingIn(SHELL_WORDS, language);
  const short = (digest: string) => digest.replace(/^sha256:/, "").slice(0, 12);
  const { repository } = context;
  return html`<footer class="site-foot">
<nav id="all-pages" class="all-pages" aria-label="${say("menu")}">
${groups(frame)}</nav>
<p class="made">${say("made", {
    policies: short(digests.policies),
    registry: short(digests.registry),
    engine,
    date: context.asOf,
  })}${repository !== undefined && html` <a href="${repository}">${say("source")}</a>`}</p>
</footer>`;
}

function groups({ context, language, page, paths }: Frame): readonly Html[] {
  const say = sayingIn(SHELL_WORDS, language);
  return (Object.keys(NAVIGATION) as NavigationGroup[]).map((group) => {
    const made = NAVIGATION[group].filter((path) => paths.has(path));
    if (made.length === 0) return html``;
    return html`<div>
<h2>${say(`group-${group}`)}</h2>
<ul>
${made.map((path) => {
  const current = path === page.path ? html` aria-current="page"` : null;
  return html`<li><a href="${context.href(path, language)}"${current}>${say(`nav-${path}`)}</a></li>
`;
})}</ul>
</div>
`;
  });
}
