/** A Markdown table; cells are Markdown already and hold no line breaks. Every row has as many cells as the head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableHead(head), ...rows.map(tableRow)].join("\n");
}

export function tableHead(head: readonly string[]): string {
  return `${tableRow(head)}\n${tableRow(head.map(() => "---"))}`;
}

export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(tableCell).join(" | ")} |`;
}

/**
 * A pipe inside a code span would end the cell, and so would `\|` where a backslash already stands before
 * it: parsers disagree on which of the two it escapes, so that backslash is written out.
 */
function tableCell(markdown: string): string {
  return markdown.replace(
    /(\\*)\|/g,
    (_, backslashes: string) => `${"\\u{5C}".repeat(backslashes.length)}\\|`,
  );
}
