import { oneLine } from "./visible.ts";

export type CsvCell = string | number | null | undefined;

/** Spreadsheets read UTF-8 by this mark and take Hebrew and Arabic for something else without it. */
const MARK = "\uFEFF";

/** A table for spreadsheets, its first row the names of the columns; lines ended as RFC 4180 has them. */
export function csvTable(rows: readonly (readonly CsvCell[])[]): string {
  return `${MARK}${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/**
 * Text in quotes, with a `'` in front where a spreadsheet would take it for a formula: after any space or
 * quote, and in the full-width forms that some read as the plain ones. https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value: CsvCell): string {
  if (typeof value === "number") return String(value);
  const text = oneLine(value ?? "");
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

const FORMULA = /^[\s"']*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/;
