import fc from "fast-check";
import { expect, it } from "vitest";
import { renderCsv } from "../../src/render/render-csv.ts";
import { makeFinding, makeHostileFinding, makeReport } from "./make-report.ts";

/** The rows of a CSV text as RFC 4180 has them; an unquoted cell is a number here. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

it("is a head and a row for each finding, every row as wide as the head", () => {
  const [head, ...rows] = rowsOf(
    renderCsv(makeReport([makeFinding(), makeFinding({ clause: "b", waiver: "W-1" })])),
  );
  expect(head?.slice(0, 3)).toEqual(["rule", "clause", "title"]);
  expect(rows.map((row) => row.length)).toEqual([head?.length, head?.length]);
  expect(Object.fromEntries(head?.map((name, index) => [name, rows[0]?.[index]]) ?? [])).toMatchObject({
    rule: "RET-01",
    clause: "",
    file: "manifests/northport/cameras.yaml",
    line: "2",
    column: "34",
    message: "`video_raw` is kept 90 days; the limit is 30 days",
    basis: "this policy's own choice",
  });
});

it.for([
  ["an equals sign", '=HYPERLINK("https://example.org")', `'=HYPERLINK("https://example.org")`],
  ["a plus", "+1", "'+1"],
  ["a minus", "-1", "'-1"],
  ["an at sign", "@SUM(A1)", "'@SUM(A1)"],
  ["a full-width equals sign", "＝1", "'＝1"],
  ["a sign after quotes", '"=1"', `'"=1"`],
  ["a pipe, as of a command", "|calc", "'|calc"],
  ["a tab, which is written out", "\t=1", "'=1"],
] as const)("writes a `'` before %s where a cell begins with it", ([, message, cell]) => {
  expect(rowsOf(renderCsv(makeReport([makeFinding({ message })])))[1]).toContain(cell);
});

it.for([
  ["a quote", 'the "Axis" camera', 'the "Axis" camera'],
  ["a comma and a semicolon", "a,b;c", "a,b;c"],
  ["a line break, which becomes a space", "a\r\nb", "a b"],
  ["a character that reorders the line, written out", "a\u202Eb", "a\\u{202E}b"],
] as const)("keeps %s within its cell", ([, message, cell]) => {
  expect(rowsOf(renderCsv(makeReport([makeFinding({ message })])))[1]).toContain(cell);
});

it("has no cell that begins as a formula, and no row of another width, whatever was submitted", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const [head = [], ...rows] = rowsOf(renderCsv(makeReport([makeHostileFinding(text)])));
      expect(rows.map((row) => row.length)).toEqual([head.length]);
      expect(rows.flat().filter((cell) => /^[\s"]*[=+\-@|%＝＋－＠]/.test(cell))).toEqual([]);
    }),
  );
});
