import { columns } from "./columns.ts";

/** How many rows of a long table are printed. */
const ROWS = 15;

/** A table under its title, indented, numbers to the right; what is beyond the limit is counted. */
export function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  limit = ROWS,
): readonly string[] {
  if (rows.length === 0) return ["", title, "  none"];
  const shown = rows.slice(0, limit);
  return [
    "",
    title,
    ...columns(numbersRight(head, shown)).map((line) => `  ${line}`),
    ...left(rows.length - shown.length),
  ];
}

/** The rows under their head, with columns of numbers set to the right. */
function numbersRight(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const all = head.length === 0 ? rows : [head, ...rows];
  const widths = head.map((_, column) =>
    rows.every((row) => /^(?:[\d.]+|\?)$/.test(row[column] ?? ""))
      ? Math.max(...all.map((row) => row[column]?.length ?? 0))
      : 0,
  );
  return all.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)));
}

/** The line that says how many rows are not shown; none where all are. */
export function left(count: number): readonly string[] {
  return count > 0 ? [`  and ${count} more; \`--format json\` has them all`] : [];
}
