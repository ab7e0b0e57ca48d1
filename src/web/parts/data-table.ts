import { type Html, type HtmlPart, html } from "../html.ts";

/** A column: its heading, and whether it holds numbers. */
export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** A row: its cells, and what it can be filtered by, such as `{ tier: "T4" }`. */
export interface DataRow {
  readonly cells: readonly HtmlPart[];
  readonly marks?: Readonly<Record<string, string>>;
}

/**
 * A table with a caption; on a narrow screen it scrolls by itself, and the first cell of each row heads it.
 * `id` names the table where filters work on it.
 */
export function dataTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly DataRow[],
  options: { readonly id?: string; readonly isCaptionHidden?: boolean } = {},
): Html {
  const number = (index: number) => columns[index]?.isNumber === true;
  const inner = options.isCaptionHidden ? html`<span class="unseen">${caption}</span>` : caption;
  return html`<div class="scroll" tabindex="0">
<table${options.id !== undefined && html` id="${options.id}"`}>
<caption>${inner}</caption>
<thead><tr>${columns.map(
    ({ title }, index) => html`<th scope="col"${number(index) && html` class="number"`}>${title}</th>`,
  )}</tr></thead>
<tbody>
${rows.map(
  ({ cells, marks = {} }) => html`<tr${Object.entries(marks).map(
    ([name, value]) => html` data-${name}="${value}"`,
  )}>${cells.map((cell, index) =>
    index === 0
      ? html`<th scope="row">${cell}</th>`
      : html`<td${number(index) && html` class="number"`}>${cell}</td>`,
  )}</tr>
`,
)}</tbody>
</table>
</div>`;
}
