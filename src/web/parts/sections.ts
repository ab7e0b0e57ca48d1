import { type Html, html } from "../html.ts";

/** A part of a page under a heading of its own; `id` is what the list of contents leads to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** The parts of a page, one after the other. */
export function sectionList(sections: readonly Section[]): Html {
  return html`${sections.map(
    ({ id, title, body }) => html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${body}
</section>
`,
  )}`;
}
