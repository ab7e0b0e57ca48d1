import { describe, expect, it } from "vitest";
import { chooseColumns } from "../../../src/registry/import/choose-columns.ts";
import { readCsv } from "../../../src/registry/import/read-csv.ts";
import { readDay } from "../../../src/registry/import/read-day.ts";
import { readJson } from "../../../src/registry/import/read-json.ts";
import { readScope } from "../../../src/registry/import/read-scope.ts";
import { entriesOf, readOf } from "./small-list.ts";

describe("the columns", () => {
  const chosen = (headings: readonly string[], named = {}) => {
    const result = chooseColumns(headings, new Map(Object.entries(named)) as never);
    return result.ok ? Object.fromEntries(result.columns) : `${result.message}: ${result.help}`;
  };

  it.for([
    [
      ["Entity", "Effective Date", "FR Citation"],
      { name: "Entity", from: "Effective Date", provision: "FR Citation" },
    ],
    [
      ["company_name", "start_date", "end_date"],
      { name: "company_name", from: "start_date", to: "end_date" },
    ],
    [
      ["entity", "scope", "date", "category"],
      { name: "entity", scope: "scope", from: "date", category: "category" },
    ],
    [["Name", "Alt. Names", "Country"], { name: "Name", aliases: "Alt. Names", country: "Country" }],
    [["name", "address"], { name: "name" }],
  ] as const)("are known by their headings: %j", ([headings, columns]) => {
    expect(chosen(headings)).toEqual(columns);
  });

  it("are those a person names, whatever the headings say", () => {
    expect(chosen(["Maker", "Entity", "Added"], { name: "Maker", from: "Added" })).toEqual({
      name: "Maker",
      from: "Added",
    });
  });

  it.for([
    [
      ["id", "text"],
      {},
      'no column is known to hold names; there are `id`, `text`: say which column holds the names: --columns "name=HEADING"',
    ],
    [
      ["Name", "Entity"],
      {},
      '`Name`, `Entity` may each be the column for `name`: say which: --columns "name=Name"',
    ],
    [["Name"], { from: "Added" }, "there is no column `Added` for `from`: name one of `Name`"],
  ] as const)("are for a person to name: %j %j", ([headings, named, words]) => {
    expect(chosen(headings, named)).toBe(words);
  });

  it("can be left unread", () => {
    const result = chooseColumns(["name", "scope"], new Map(), ["scope"]);
    expect(result.ok && [...result.columns.keys()]).toEqual(["name"]);
  });
});

describe("a day", () => {
  it.for([
    ["2021-03-12", "2021-03-12"],
    ["2021-03-12T00:00:00Z", "2021-03-12"],
    ["2021-03", "2021-03"],
    ["2021", "2021"],
    ["3/13/2021", "2021-03-13"],
    ["13/3/2021", "2021-03-13"],
    ["13.03.2021", "2021-03-13"],
    ["3/3/2021", "2021-03-03"],
    ["12 March 2021", "2021-03-12"],
    ["12 Mar 2021", "2021-03-12"],
    ["March 12, 2021", "2021-03-12"],
    ["Sept. 9, 2021", "2021-09-09"],
  ] as const)("is read from %s", ([text, date]) => {
    expect(readDay(text, undefined)).toEqual({ date });
  });

  it.for(["2021-02-30", "30/30/2021", "12 Marsh 2021", "soon", "20210312", "2021-13"])(
    "is none: %s",
    (text) => {
      expect(readDay(text, undefined)).toBeUndefined();
    },
  );

  it("may be two, until somebody says which number is the month", () => {
    expect(readDay("3/12/2021", undefined)).toBe("ambiguous");
    expect(readDay("3/12/2021", "month-first")).toEqual({ date: "2021-03-12" });
    expect(readDay("3/12/2021", "day-first")).toEqual({ date: "2021-12-03" });
    expect(readDay("13/3/2021", "month-first")).toBeUndefined();
  });
});

describe("a scope", () => {
  it.for([
    ["video_surveillance; public_safety", ["video_surveillance"], ["public_safety"], true],
    ["Video surveillance, telecom", ["video_surveillance", "telecom"], [], true],
    ["telecommunications equipment; services using it", ["telecom"], [], false],
    [
      "video surveillance and telecom equipment for public safety",
      ["video_surveillance", "telecom"],
      ["public_safety"],
      false,
    ],
    ["international telecom services (s.214)", ["telecom_services"], [], false],
    ["same functional scope as the entry above", [], [], false],
    ["constructor", [], [], false],
  ] as const)("%s", ([text, products, uses, exact]) => {
    expect(readScope(text)).toEqual({ text, products, uses, exact });
  });
});

describe("an entry", () => {
  it("holds what its row says, and a blank end where the file has a column for it", () => {
    const csv = `name,alias,from,until,country,lei,citation
"Acme Co., Ltd., a.k.a. Acme; Acme Optics",Akme,2021-03-12,,cn,529900T8BM49AURSDO55,89 FR 1
`;
    expect(entriesOf(csv)).toEqual([
      {
        line: 2,
        name: "Acme Co., Ltd.",
        category: undefined,
        aliases: ["Acme", "Acme Optics", "Akme"],
        identifiers: { lei: "529900T8BM49AURSDO55" },
        country: "CN",
        from: "2021-03-12",
        to: null,
        scope: undefined,
        provision: "89 FR 1",
      },
    ]);
  });

  it("says nothing of an end the file has no column for", () => {
    expect(entriesOf("name\nAcme\n").map(({ to }) => to)).toEqual([undefined]);
  });

  it.for(["-", "--", "-0-", "N/A", "–"])("takes %s for blank", (text) => {
    expect(entriesOf(`name,from\nAcme,${text}\n`).map(({ from }) => from)).toEqual([undefined]);
  });

  it.for([
    "Routers produced in a foreign country",
    "foreign-produced power inverters",
    "All drones made abroad",
    "cameras manufactured outside the United States",
  ])("is for a category where it names goods by where they are made: %s", (text) => {
    expect(entriesOf(`name\n${text}\n`).map(({ name, category }) => [name, category])).toEqual([
      [undefined, text],
    ]);
  });

  it("is for a category where the file has no name but a category", () => {
    const entries = entriesOf("entity,category\n,routers\nAcme,company\n");
    expect(entries.map(({ name, category }) => [name, category])).toEqual([
      [undefined, "routers"],
      ["Acme", undefined],
    ]);
  });

  it.for([
    ["Telecom equipment produced or provided by Acme Company, including services of it", "Acme Company"],
    [
      "Video equipment produced by Acme Technology Co., Ltd., to the extent it is for public safety",
      "Acme Technology Co., Ltd.",
    ],
    [
      "International telecom services provided by Acme (USA) LLC subject to section 1 of an act",
      "Acme (USA) LLC",
    ],
    ["Software products supplied, directly or indirectly, by AO Acme or any of its affiliates", "AO Acme"],
    ["Components of uncrewed aircraft", undefined],
    ["Routers produced in a foreign country", undefined],
  ] as const)("names whoever makes what a sentence covers: %s", ([text, company]) => {
    const [entry] = entriesOf(`Covered Equipment or Services,Date of Inclusion\n"${text}",2021-03-12\n`);
    expect(entry).toMatchObject({
      name: company,
      category: company === undefined ? text : undefined,
      from: "2021-03-12",
      scope: { text, exact: false },
    });
  });

  it("comes only from rows that hold the value asked for", () => {
    const csv = "name,source\nAcme,Entity List\nBolt,Other\n";
    expect(
      entriesOf(csv, { where: { column: "source", value: "Entity List" } }).map(({ name }) => name),
    ).toEqual(["Acme"]);
  });

  it("may come back, where the periods do not meet", () => {
    const csv = "name,from,to\nAcme,2019-01-01,2020-01-01\nACME,2020-01-01,\n";
    expect(entriesOf(csv)).toHaveLength(2);
  });
});

describe("a row is refused", () => {
  const refused = (csv: string) => {
    const read = readOf(readCsv(csv), csv);
    return read.ok ? [] : read.flaws.map(({ start, end, message }) => `${csv.slice(start, end)}: ${message}`);
  };

  it.for([
    [
      "name\n=HYPERLINK(1)\n",
      "=HYPERLINK(1): a cell begins with `=`, which a spreadsheet takes for a formula",
    ],
    ["name\n@SUM(1)\n", "@SUM(1): a cell begins with `@`, which a spreadsheet takes for a formula"],
    ["name\n+1\n", "+1: a cell begins with `+`, which a spreadsheet takes for a formula"],
    ["name\n-1\n", "-1: a cell begins with `-`, which a spreadsheet takes for a formula"],
    ["name,from\nAcme,soon\n", "soon: `soon` is no date this reads"],
    ["name,from\nAcme,3/12/2021\n", "3/12/2021: either number of `3/12/2021` may be the month"],
    ["name,from,to\nAcme,2021,2020\n", "2020: it begins in `2021` and ends in `2020`"],
    ["name,lei\nAcme,12\n", "12: `12` does not have the form of a number of this kind"],
    ["name,from\n,2021\n", ": this row names nobody and no category"],
    ['name\n", a.k.a."\n', '", a.k.a.": this row names nobody and no category'],
    ["name\nAcme\nACME Ltd\nacme\n", "acme: `acme` stands on line 2 already as `Acme`, for the same days"],
    ["name,from,to\nAcme,2020,\nAcme,2019,\n", "Acme: `Acme` stands on line 2 already, for the same days"],
    [`name\n${"A".repeat(201)}\n`, `${"A".repeat(201)}: a name has 201 characters; the limit is 200`],
  ] as const)("%s", ([csv, flaw]) => {
    expect(refused(csv)).toEqual([flaw]);
  });

  it("of JSON, where a map stands for a text", () => {
    const table = readJson([{ name: { en: "Acme" } }], () => ({ start: 0, end: 0 }));
    const read = readOf(table, "");
    expect(read.ok ? [] : read.flaws.map(({ message }) => message)).toContain(
      "a map stands where a text is read",
    );
  });

  it("nowhere, in a column that is not read", () => {
    expect(refused("name,remark\nAcme,=1\n")).toEqual([]);
  });
});
