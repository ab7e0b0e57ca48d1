import { LANGUAGES } from "../../model/language.ts";
import { LANGUAGE_NAMES } from "../../site/words.ts";
import { html, markupOf } from "../html.ts";
import type { SiteContext } from "../site-context.ts";
import { SHELL_WORDS } from "./words.ts";

/** The page at the root: leads to English at once, and to each language by a link. */
export function entryPage(context: SiteContext): string {
  return markupOf(html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${context.href("", "en")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Bylaw – languages</title>
<link rel="icon" href="${context.asset("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${context.asset("site.css")}">
</head>
<body>
<main class="entry">
<h1>Bylaw</h1>
<ul>
${LANGUAGES.map((language) => {
  const name = html`${LANGUAGE_NAMES[language]}: ${SHELL_WORDS[language].tagline}`;
  return html`<li lang="${language}" dir="${language === "en" ? "ltr" : "rtl"}"><a href="${context.href("", language)}">${name}</a></li>
`;
})}</ul>
</main>
</body>
</html>
`);
}
