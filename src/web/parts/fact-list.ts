import { type Html, type HtmlPart, html } from "../html.ts";

/** Facts by name: a list of terms with what holds for each. */
export function factList(facts: readonly (readonly [name: HtmlPart, value: HtmlPart])[]): Html {
  return html`<dl class="facts">
${facts.map(
  ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>`;
}
