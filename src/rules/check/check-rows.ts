import { possibleKeys } from "../possible-keys.ts";
import type { Fact } from "../vocabulary.ts";
import type { Report } from "./report.ts";
import { unknownWord } from "./unknown-word.ts";

/** Checks that a table has a row for every value its key can have, or `other` for the rest. */
export function checkRows(rows: ReadonlySet<string>, by: Fact, pointer: string, report: Report): boolean {
  const keys = possibleKeys(by);
  let complete = true;
  for (const row of rows) {
    if (
      row === "other" ||
      keys.includes(row) ||
      (by.open === "countries" && /^[A-Z]{2}$/.test(row)) ||
      by.open === "any"
    ) {
      continue;
    }
    const { message, help } = unknownWord(`value of \`${by.name}\`:`, row, keys, "use its values as rows");
    report(`${pointer}/${row}`, message, help, "key");
    complete = false;
  }
  const missing = keys.filter((key) => !rows.has(key));
  if (!rows.has("other") && (missing.length > 0 || by.open !== "no")) {
    const named = missing.map((key) => `\`${key}\``).join(", ");
    report(
      pointer,
      `the table has no row for ${named || "values beyond the list"}`,
      "add the rows, or `other`",
    );
    complete = false;
  }
  if (rows.has("other") && missing.length === 0 && by.open === "no") {
    report(`${pointer}/other`, "row `other` is never used: every value has a row", "remove `other`", "key");
    complete = false;
  }
  return complete;
}
