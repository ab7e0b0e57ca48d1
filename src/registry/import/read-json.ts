import type { JsonObject, JsonValue } from "../../model/document.ts";
import { type Cell, type ImportFlaw, MAX_FLAWS, MAX_ROWS, type RawRow, type ReadTable } from "./raw-table.ts";

/** The column that says under which key of the file a row stood. */
export const GROUP = "group";

/** Offsets of a value by its JSON pointer. */
export type RangeOf = (pointer: string) => { readonly start: number; readonly end: number };

/**
 * Reads a list of entries, or a map that holds such lists under its keys. An entry is a map of texts or a bare
 * name; what stands beside the lists is named in `beside`.
 */
export function readJson(value: JsonValue, rangeOf: RangeOf): ReadTable {
  const groups = listsIn(value);
  const columns = new Set<string>();
  const rows: RawRow[] = [];
  const flaws: ImportFlaw[] = [];
  for (const { group, pointer, entries } of groups) {
    for (const [index, entry] of entries.entries()) {
      if (flaws.length >= MAX_FLAWS) break;
      const at = `${pointer}/${index}`;
      const row = rowOf(entry, at, rangeOf);
      if (row === undefined) {
        const help = "write each entry as a name or as a map of texts";
        flaws.push({
          stage: "syntax",
          ...rangeOf(at),
          message: "this entry is neither a text nor a map",
          help,
        });
        continue;
      }
      if (group !== undefined) row.set(GROUP, { text: group, ...rangeOf(at) });
      for (const column of row.keys()) columns.add(column);
      rows.push(row);
    }
  }
  if (rows.length === 0 && flaws.length === 0) {
    const help = "write the entries as a list, or as lists under keys";
    flaws.push({ stage: "syntax", ...rangeOf(""), message: "the file holds no list of entries", help });
  }
  if (rows.length > MAX_ROWS) {
    const message = `the file has ${rows.length} entries; the limit is ${MAX_ROWS} entries`;
    flaws.push({ stage: "limits", ...rangeOf(""), message, help: "keep only the entries of this list" });
  }
  if (flaws.length > 0) return { ok: false, flaws };
  const keys = groups.flatMap(({ group }) => group ?? []);
  const beside = isMap(value) ? Object.keys(value).filter((key) => !keys.includes(key)) : [];
  return { ok: true, table: { columns: [...columns], rows, groups: keys, beside } };
}

interface Group {
  readonly group: string | undefined;
  readonly pointer: string;
  readonly entries: readonly JsonValue[];
}

function listsIn(value: JsonValue): readonly Group[] {
  if (isList(value)) return [{ group: undefined, pointer: "", entries: value }];
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([group, entries]) =>
    isList(entries) ? [{ group, pointer: `/${step(group)}`, entries }] : [],
  );
}

function rowOf(entry: JsonValue, pointer: string, rangeOf: RangeOf): Map<string, Cell> | undefined {
  if (typeof entry === "string") return new Map([["name", cell(entry, rangeOf(pointer))]]);
  if (!isMap(entry)) return undefined;
  const row = new Map<string, Cell>();
  for (const [key, value] of Object.entries(entry)) {
    const at = rangeOf(`${pointer}/${step(key)}`);
    const text = textOf(value);
    row.set(key, text === undefined ? { text: "…", ...at, nested: true } : cell(text, at));
  }
  return row;
}

/** A text, number or yes-or-no as written, a list of them parted by semicolons; nothing for maps. */
function textOf(value: JsonValue): string | undefined {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (!isList(value)) return undefined;
  const texts = value.map((item) => (typeof item === "object" ? undefined : String(item)));
  return texts.includes(undefined) ? undefined : texts.join("; ");
}

function cell(text: string, { start, end }: ReturnType<RangeOf>): Cell {
  return { text: text.trim().replace(/\s+/g, " "), start, end };
}

function step(key: string): string {
  return key.replace(/~/g, "~0").replace(/\//g, "~1");
}

function isMap(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
