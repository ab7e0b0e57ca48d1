import { type Html, html, trusted } from "./html.ts";
import { PAGE_POLICY, PAGE_STYLE } from "./page-style.ts";

/** A whole page: complete in itself, so that it can be saved and opened again. */
export function renderShell(title: string, header: Html, main: Html): string {
  const page = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<title>${title}</title>
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
<header>${header}</header>
<main>${main}</main>
<footer>A stand-in for GitHub on this machine. Nothing here leaves it.</footer>
</body>
</html>
`;
  return page.markup;
}
