import { type Html, html } from "../html.ts";
import { sayingIn } from "../say.ts";
import type { Frame } from "./render-page.ts";
import { SHELL_WORDS } from "./words.ts";

/** The list of contents of a page that names its parts; empty for others. */
export function contentsPart({ page, language }: Frame): Html {
  if (page.contents === undefined) return html``;
  const say = sayingIn(SHELL_WORDS, language);
  return html`<nav class="contents" aria-labelledby="contents-title">
<h2 id="contents-title">${say("contents")}</h2>
<ul>
${page.contents.map(
  ({ id, title, language: own = language }) =>
    html`<li><a href="#${id}">${own === language ? title : html`<bdi lang="${own}" dir="auto">${title}</bdi>`}</a></li>
`,
)}</ul>
</nav>`;
}
