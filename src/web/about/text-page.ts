import { html } from "../html.ts";
import type { SitePage } from "../site-page.ts";

/** A page of headings and paragraphs alone. */
export interface TextPage {
  readonly title: string;
  readonly description: string;
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
}

/** A page of text: its first paragraph leads, every section has a heading. */
export function textPage(path: string, { title, description, sections }: TextPage): SitePage {
  return {
    path,
    title,
    description,
    body: html`<p class="lead">${description}</p>
${sections.map(
  (section) => html`<h2>${section.title}</h2>
${section.paragraphs.map((paragraph) => html`<p>${paragraph}</p>\n`)}`,
)}`,
  };
}
