import { cellWidth } from "../render/cell-width.ts";
import { isolate } from "../render/isolate.ts";
import { oneLine } from "../render/visible.ts";

/**
 * Rows as lines with aligned columns, two spaces between them and none at the end; hidden characters are
 * written out, and a cell written from right to left leaves the others in their places.
 */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const cells = rows.map((row) => row.map(cellOf));
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...cells.map((row) => row[column]?.width ?? 0)),
  );
  return cells.map((row) =>
    row
      .map(({ text, width }, column) => text + " ".repeat((widths[column] ?? 0) - width))
      .join("  ")
      .trimEnd(),
  );
}

/** A cell as it is printed, spaces in front of a number included, and how wide it is. */
function cellOf(cell: string): { readonly text: string; readonly width: number } {
  const indent = /^ */.exec(cell)?.[0] ?? "";
  const text = oneLine(cell);
  return { text: `${indent}${isolate(text)}`, width: width(indent + text) };
}

function width(text: string): number {
  return [...text].reduce((sum, character) => sum + cellWidth(character), 0);
}
