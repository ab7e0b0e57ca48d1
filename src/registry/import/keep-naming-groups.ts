import type { Columns } from "./choose-columns.ts";
import type { RawTable } from "./raw-table.ts";
import { GROUP } from "./read-json.ts";

/**
 * The table without the lists of a file in which no row names a company or a category, such as a list of the
 * sources an export was made from; they are named beside it. A table in which nothing is named stays whole.
 */
export function keepNamingGroups(table: RawTable, columns: Columns): RawTable {
  const naming = [columns.get("name"), columns.get("category")];
  const named = new Set(
    table.rows
      .filter((row) => naming.some((column) => column !== undefined && row.has(column)))
      .map((row) => row.get(GROUP)?.text),
  );
  const left = table.groups.filter((group) => !named.has(group));
  if (left.length === 0 || left.length === table.groups.length) return table;
  const rows = table.rows.filter((row) => named.has(row.get(GROUP)?.text));
  const written = new Set(rows.flatMap((row) => [...row.keys()]));
  return {
    rows,
    columns: table.columns.filter((column) => written.has(column)),
    groups: table.groups.filter((group) => named.has(group)),
    beside: [...table.beside, ...left],
  };
}
