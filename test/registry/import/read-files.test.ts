import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../../src/model/document.ts";
import { MAX_ROWS, type ReadTable } from "../../../src/registry/import/raw-table.ts";
import { readCsv } from "../../../src/registry/import/read-csv.ts";
import { readJson } from "../../../src/registry/import/read-json.ts";

const texts = (read: ReadTable) =>
  read.ok &&
  read.table.rows.map((row) => Object.fromEntries([...row].map(([column, { text }]) => [column, text])));
const flaws = (read: ReadTable) => (read.ok ? [] : read.flaws.map(({ message }) => message));

describe("a table", () => {
  it.for([
    ["commas", "name,from\nA,2021\n"],
    ["semicolons", "name;from\nA;2021\n"],
    ["tabs", "name\tfrom\nA\t2021\n"],
    ["a byte order mark", "\ufeffname,from\nA,2021\n"],
    ["line ends of two characters", "name,from\r\nA,2021\r\n"],
    ["no line end at the end", "name,from\nA,2021"],
    ["blank lines", "\nname,from\n\nA,2021\n\n"],
    ["quotes around cells", '"name","from"\n"A" ,"2021"\n'],
    ["space around cells", "name , from\n A , 2021 \n"],
  ] as const)("is read with %s", ([, csv]) => {
    expect(texts(readCsv(csv))).toEqual([{ name: "A", from: "2021" }]);
  });

  it.for([
    ["a comma", '"Acme Co., Ltd."', "Acme Co., Ltd."],
    ["a quote", '"The ""Acme"" Group"', 'The "Acme" Group'],
    ["a line break, which becomes a space", '"Acme\n  Group"', "Acme Group"],
    ["the separator of another table", "Acme; Group", "Acme; Group"],
  ] as const)("has cells that hold %s", ([, cell, text]) => {
    expect(texts(readCsv(`name,from\n${cell},2021\n`))).toEqual([{ name: text, from: "2021" }]);
  });

  it.for([
    ["", "the file holds nothing"],
    ["name,from\n", "no row stands below the first line"],
    ["name,from\nA\n", "this row has 1 cells; the first line names 2 columns"],
    ["name,from\nA,2021,x\n", "this row has 3 cells; the first line names 2 columns"],
    ['name,from\n"A,2021\n', "the quote that opens here is never closed"],
    ['name,from\n"A"B,2021\n', "text stands behind a quoted cell"],
    ["name,name\nA,B\n", "the column `name` stands twice"],
    ["name,\nA,B\n", "column 2 has no name"],
    [
      `name\n${"A\n".repeat(MAX_ROWS + 1)}`,
      `the file has ${MAX_ROWS + 1} rows; the limit is ${MAX_ROWS} rows`,
    ],
  ] as const)("is refused: %s", ([csv, message]) => {
    expect(flaws(readCsv(csv))).toEqual([message]);
  });

  it("is refused at the place of the flaw", () => {
    const read = readCsv("name,from\nA,2021\nB\n");
    expect(read.ok ? [] : read.flaws.map(({ start, end }) => [start, end])).toEqual([[17, 18]]);
  });
});

describe("a JSON file", () => {
  const read = (value: JsonValue) => readJson(value, () => ({ start: 0, end: 0 }));

  it.for([
    ["names", ["A"], [{ name: "A" }]],
    ["maps", [{ entity: "A", date: "2021" }], [{ entity: "A", date: "2021" }]],
    [
      "lists under keys",
      { companies: ["A"], government: ["B"] },
      [
        { name: "A", group: "companies" },
        { name: "B", group: "government" },
      ],
    ],
    ["lists of names within", [{ name: "A", aka: ["B", "C"] }], [{ name: "A", aka: "B; C" }]],
    ["blanks", [{ name: "A", date: null }], [{ name: "A", date: "" }]],
    ["numbers", [{ name: "A", since: 2021 }], [{ name: "A", since: "2021" }]],
  ] as const)("is read as %s", ([, value, rows]) => {
    expect(texts(read(value))).toEqual(rows);
  });

  it("says what stands beside its lists", () => {
    const found = read({ _source: "a page", companies: ["A"], total: 1 });
    expect(found.ok && found.table.beside).toEqual(["_source", "total"]);
  });

  it.for([
    [{}, "the file holds no list of entries"],
    [[], "the file holds no list of entries"],
    ["A", "the file holds no list of entries"],
    [[["A"]], "this entry is neither a text nor a map"],
    [[1], "this entry is neither a text nor a map"],
  ] as const)("is refused: %j", ([value, message]) => {
    expect(flaws(read(value))).toEqual([message]);
  });
});
