import { LANGUAGES, type Language } from "../../model/language.ts";
import { isRightToLeft } from "../../render/isolate.ts";
import { html, markupOf } from "../html.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { contentsPart } from "./contents-part.ts";
import { footer } from "./footer.ts";
import { header } from "./header.ts";
import { SHELL_WORDS } from "./words.ts";

/** What a page is set in: where it stands, its language, and which other pages there are. */
export interface Frame {
  readonly context: SiteContext;
  readonly language: Language;
  readonly page: SitePage;
  /** Paths of all pages, so that nothing leads to one that is not made. */
  readonly paths: ReadonlySet<string>;
}

/** No script or style but our own files, no request to another host, nothing embedded. */
const CONTENT_SECURITY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");

/** A whole page as the text of its file. */
export function renderPage(frame: Frame): string {
  const { context, language, page } = frame;
  const say = sayingIn(SHELL_WORDS, language);
  const title = page.path === "" ? `${say("site")} – ${say("tagline")}` : `${page.title} – ${say("site")}`;
  return markupOf(html`<!DOCTYPE html>
<html lang="${language}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<meta name="description" content="${page.description}">
<link rel="icon" href="${context.asset("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${context.asset("site.css")}">
${LANGUAGES.map(
  (other) => html`<link rel="alternate" hreflang="${other}" href="${context.href(page.path, other)}">
`,
)}${page.feeds?.map(
  ({ file, type, title: name }) =>
    html`<link rel="alternate" type="${type}" title="${name}" href="${context.base}${language}/${file}">
`,
)}${page.scripts?.map(
  (name) => html`<script type="module" src="${context.asset(`${name}.js`)}"></script>
`,
)}</head>
<body>
<a class="skip" href="#content">${say("skip")}</a>
${header(frame)}
<main id="content" tabindex="-1"${page.contents && html` class="with-contents"`}>
<h1>${page.heading ?? html`<bdi>${page.title}</bdi>`}</h1>
${contentsPart(frame)}
<div class="page-body">
${page.body}
</div>
</main>
${footer(frame)}
</body>
</html>
`);
}
