import { type Cell, type ImportFlaw, MAX_FLAWS, MAX_ROWS, type RawRow, type ReadTable } from "./raw-table.ts";

/**
 * Reads a table parted by commas, semicolons or tabs, whichever the first line holds, in the form of RFC 4180. The
 * first line names the columns; each further line has as many cells. Blank lines are passed over.
 */
export function readCsv(text: string): ReadTable {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lines = splitCells(text, begin, delimiterOf(text));
  if (!lines.ok) return lines;
  const [head, ...body] = lines.rows.filter((row) => row.some(({ text }) => text !== ""));
  if (head === undefined) return refuse(flaw(begin, begin, "the file holds nothing", "save the list again"));
  const flaws = headFlaws(head);
  if (body.length === 0) {
    flaws.push(flaw(head[0]?.start ?? 0, head.at(-1)?.end ?? 0, "no row stands below the first line", NAME));
  }
  const extra = body[MAX_ROWS];
  if (extra !== undefined) {
    const [at] = extra;
    const message = `the file has ${body.length} rows; the limit is ${MAX_ROWS} rows`;
    flaws.push({
      ...flaw(at?.start ?? 0, at?.end ?? 0, message, "keep only the rows of this list"),
      stage: "limits",
    });
  }
  for (const row of body) {
    if (row.length === head.length) continue;
    const message = `this row has ${row.length} cells; the first line names ${head.length} columns`;
    flaws.push(flaw(row[0]?.start ?? 0, row.at(-1)?.end ?? 0, message, CELLS));
    if (flaws.length >= MAX_FLAWS) break;
  }
  if (flaws.length > 0) return { ok: false, flaws };
  const columns = head.map(({ text }) => text);
  const rows = body.map((row): RawRow => new Map(row.map((cell, index) => [columns[index] ?? "", cell])));
  return { ok: true, table: { columns, rows, groups: [], beside: [] } };
}

const NAME = "name the columns in the first line and put one entry on each further line";
const CELLS = "put a cell that holds the separator in double quotes, and end no row early";

type Rows = { readonly ok: true; readonly rows: readonly (readonly Cell[])[] };

function flaw(start: number, end: number, message: string, help: string): ImportFlaw {
  return { stage: "syntax", start, end, message, help };
}

function refuse(...flaws: readonly ImportFlaw[]): ReadTable & { readonly ok: false } {
  return { ok: false, flaws };
}

/** The separator that parts most of the first line, read without what stands in quotes. */
function delimiterOf(text: string): string {
  const [first = ""] = /[^\r\n]*/.exec(text.replace(/^\ufeff?\s*/, "").replace(/"[^"]*"/g, "")) ?? [];
  const count = (sign: string) => first.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** All cells of all lines; a quote that is never closed, or text beside a quoted cell, is refused. */
function splitCells(
  text: string,
  begin: number,
  delimiter: string,
): Rows | (ReadTable & { readonly ok: false }) {
  const rows: Cell[][] = [[]];
  let at = begin;
  for (;;) {
    const quoted = /[ ]*"/y;
    quoted.lastIndex = at;
    const next = quoted.test(text)
      ? quotedCell(text, quoted.lastIndex, delimiter)
      : plainCell(text, at, delimiter);
    if ("message" in next) return refuse(next);
    rows.at(-1)?.push(next.cell);
    at = next.after;
    if (at >= text.length) return { ok: true, rows };
    if (text[at] !== delimiter) {
      at += text[at] === "\r" ? 2 : 1;
      if (at >= text.length) return { ok: true, rows };
      rows.push([]);
    } else at += 1;
  }
}

type Next = { readonly cell: Cell; readonly after: number };

function plainCell(text: string, start: number, delimiter: string): Next {
  let after = start;
  while (after < text.length && text[after] !== delimiter && text[after] !== "\n" && text[after] !== "\r")
    after += 1;
  return { cell: { text: oneLine(text.slice(start, after)), start, end: after }, after };
}

/** A cell in quotes, `start` just behind the first; two quotes inside stand for one. */
function quotedCell(text: string, start: number, delimiter: string): Next | ImportFlaw {
  let close = text.indexOf('"', start);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) {
    return flaw(start - 1, start, "the quote that opens here is never closed", 'write `"` behind the cell');
  }
  let after = close + 1;
  while (text[after] === " ") after += 1;
  const behind = text[after];
  if (behind !== undefined && behind !== delimiter && behind !== "\n" && behind !== "\r") {
    return flaw(after, after + 1, "text stands behind a quoted cell", 'write a quote inside a cell as `""`');
  }
  const inside = text.slice(start, close).replaceAll('""', '"');
  return { cell: { text: oneLine(inside), start: start - 1, end: close + 1 }, after };
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function headFlaws(head: readonly Cell[]): ImportFlaw[] {
  return head.flatMap((cell, index) => {
    if (cell.text === "") return [flaw(cell.start, cell.end, `column ${index + 1} has no name`, "name it")];
    return head.findIndex(({ text }) => text === cell.text) === index
      ? []
      : [
          flaw(
            cell.start,
            cell.end,
            `the column \`${cell.text}\` stands twice`,
            "give each column a name of its own",
          ),
        ];
  });
}
