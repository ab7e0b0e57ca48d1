import { describe, expect, it } from "vitest";
import type { FactSet } from "../../src/model/row.ts";
import { stepsIn } from "../steps-in.ts";
import { factsOf, keys, manifest, nestedValues, plain, rowAt } from "./facts-of.ts";

const ROLES = [
  "manufacturer",
  "brand",
  "importer",
  "integrator",
  "operator",
  "cloud",
  "maintenance",
  "ultimate_owner",
];

/** A supply chain in which nothing is left open but what the test is about. */
function chain(parts: Partial<Record<string, string>>, filled = true) {
  const named = (role: string) => parts.parties?.includes(`role: ${role}`) === true;
  const rest = filled
    ? ROLES.filter((role) => !named(role)).map((role) => `{ role: ${role}, vendor: none }`)
    : [];
  const blocks = {
    devices: "[]",
    carriers: "[]",
    mobile_apps: "[]",
    international_links: "[]",
    path: "{ hops: [], transit_equipment: [] }",
    ...parts,
    parties: `[${[...(parts.parties === undefined ? [] : [parts.parties]), ...rest].join(", ")}]`,
  };
  const lines = Object.entries(blocks).map(([key, value]) => `  ${key}: ${value}`);
  return factsOf(manifest(`supply_chain:\n${lines.join("\n")}`));
}

function value(facts: FactSet, key: string, fact: string): unknown {
  return plain(rowAt(facts, "party", key).cell(fact).value);
}

describe("a party", () => {
  it("is one company however often it is named, with all its roles", () => {
    const facts = chain({
      parties:
        "{ role: importer, vendor: vendor:plain }, { role: maintenance, name_as_written: Plain Sensors Ltd }",
      carriers: "[{ vendor: vendor:plain, technology: fibre }]",
    });
    const row = rowAt(facts, "party", "vendor:plain");
    const roles = row.cell("party.roles");
    expect(plain(roles.value)).toEqual(["importer", "maintenance", "carrier"]);
    expect([roles.at, roles.related]).toEqual([
      "/supply_chain/parties/0/vendor",
      ["/supply_chain/parties/1/name_as_written", "/supply_chain/carriers/0/vendor"],
    ]);
  });

  it.for([
    ["the municipality", "vendor: self", "self", "own", "self"],
    [
      "a public body",
      "vendor: external:il-police-north",
      "external:il-police-north",
      "public_body",
      "external:il-police-north",
    ],
    ["a company by id", "vendor: vendor:plain", "vendor:plain", "company", "vendor:plain"],
    ["a company by name", "name_as_written: Plain Sensors", "vendor:plain", "company", "Plain Sensors"],
    ["a company by number", "identifiers: { il_company: '510000001' }", "vendor:plain", "company", "unknown"],
    ["nobody", "vendor: none", "none:operator", "none", "none"],
    ["nobody, by name", "vendor: null, name_as_written: none", "none:operator", "none", "none"],
    ["left blank", "vendor: null", "blank:operator", "unknown", "unknown"],
    [
      "outside, but of no stated kind",
      "vendor: external:il-acme",
      "unresolved:external:il-acme",
      "company",
      "external:il-acme",
    ],
  ] as const)("can be %s", ([, written, key, kind, name]) => {
    const facts = chain({ parties: `{ role: operator, ${written} }` });
    expect([value(facts, key, "party.kind"), value(facts, key, "party.name")]).toEqual([kind, name]);
  });

  it("is never a public body where a maker belongs", () => {
    const facts = chain({ parties: "{ role: manufacturer, vendor: external:il-police-north }" });
    expect(value(facts, "unresolved:external:il-police-north", "party.resolution")).toBe("unknown");
  });

  it.for([
    [
      "two answers beside each other",
      "vendor: vendor:plain, name_as_written: none",
      "ambiguous",
      "two answers are written: vendor:plain beside none",
    ],
    [
      "id and name of two companies",
      "vendor: vendor:plain, name_as_written: Ostra Vision",
      "ambiguous",
      "vendor:plain is Plain Sensors Ltd, Ostra Vision is Ostra Vision",
    ],
    [
      "name and number of two companies",
      "name_as_written: Ostra Vision, identifiers: { il_company: '510000001' }",
      "ambiguous",
      "510000001 is Plain Sensors Ltd, Ostra Vision is Ostra Vision",
    ],
    [
      "id and number of two companies",
      "vendor: vendor:ostra, identifiers: { il_company: '510000001' }",
      "ambiguous",
      "vendor:ostra is Ostra Vision, 510000001 is Plain Sensors Ltd",
    ],
    [
      "the municipality beside a company's name",
      "vendor: self, name_as_written: Ostra Vision",
      "ambiguous",
      "two answers are written: self beside Ostra Vision",
    ],
    [
      "the municipality beside a company's number",
      "vendor: self, identifiers: { il_company: '510000001' }",
      "ambiguous",
      "two answers are written: self beside 510000001",
    ],
    [
      "a public body of another country",
      "vendor: external:cn-police-north",
      "unknown",
      "the registry does not know external:cn-police-north",
    ],
    ["an id nobody has", "vendor: vendor:plane", "unknown", "the registry does not know vendor:plane"],
    [
      "a name nobody has",
      "name_as_written: Zebra Optics",
      "unknown",
      "the registry does not know Zebra Optics",
    ],
    [
      "a look-alike",
      "name_as_written: Ostra Visi0n",
      "confusable",
      "Ostra Visi0n looks like Ostra Vision but is written with other letters",
    ],
    [
      "a look-alike beside the right id",
      "vendor: vendor:ostra, name_as_written: Ostra Visi0n",
      "confusable",
      "Ostra Visi0n looks like Ostra Vision but is written with other letters",
    ],
  ] as const)("stays open and says why: %s", ([, written, resolution, reason]) => {
    const facts = chain({ parties: `{ role: operator, ${written} }` });
    const row = facts.rows("party").find((party) => party.cell("party.kind").value === "company");
    const cell = row?.cell("party.resolution");
    expect([cell?.value, cell?.path?.[0]?.en, cell?.stated]).toEqual([resolution, reason, true]);
  });

  it("keeps a written name beside an id whose name the registry does not know", () => {
    const facts = chain({ parties: "{ role: operator, vendor: vendor:plain, name_as_written: PS }" });
    expect(value(facts, "vendor:plain", "party.resolution")).toBe("resolved");
  });

  it("has roles unknown where one of them is blank", () => {
    const facts = chain({ parties: "{ vendor: vendor:plain }, { role: importer, vendor: vendor:plain }" });
    expect(value(facts, "vendor:plain", "party.roles")).toBe("unknown");
  });
});

describe("parties that must be named", () => {
  it("are the eight roles, each a blank party", () => {
    expect(keys(chain({}, false), "party")).toEqual(ROLES.map((role) => `blank:${role}`));
  });

  it.for([
    ["carriers", "blank:carrier", ["carrier"]],
    ["mobile_apps", "blank:app_publisher", ["app_publisher", "sdk"]],
    ["international_links", "blank:cable_landing", ["cable_landing", "cable_supplier", "cable_operator"]],
    ["path", "blank:hop", ["hop"]],
    ["devices", "blank:product_origin", ["product_origin"]],
  ] as const)("are one blank party where `%s` is blank", ([block, key, roles]) => {
    const facts = chain({ [block]: "null" });
    const row = rowAt(facts, "party", key);
    expect([plain(row.cell("party.roles").value), plain(row.cell("party.name").value), row.written]).toEqual([
      [...roles],
      "unknown",
      false,
    ]);
  });

  it("are nobody where the lists are empty and the roles say `none`", () => {
    expect(
      chain({})
        .rows("party")
        .map((row) => plain(row.cell("party.kind").value)),
    ).toEqual(ROLES.map(() => "none"));
  });
});

describe("holders and listings", () => {
  const party = (written: string) => {
    const facts = chain({ parties: `{ role: operator, ${written} }` });
    return facts.rows("party").find((row) => plain(row.cell("party.kind").value) !== "none");
  };

  it("are those of the party itself and of everyone above it", () => {
    const ostra = party("vendor: vendor:ostra");
    expect(nestedValues(ostra, "owner", "owner.control")).toEqual({
      "vendor:ostra/vendor:ostra": 100,
      "vendor:ostra/vendor:ostra-group": { min: 45, max: 55 },
    });
    expect(nestedValues(ostra, "owner", "owner.percent")).toEqual({
      "vendor:ostra/vendor:ostra": "none",
      "vendor:ostra/vendor:ostra-group": { min: 45, max: 55 },
    });
    expect(nestedValues(ostra, "owner", "owner.changed_on")).toEqual({
      "vendor:ostra/vendor:ostra": "none",
      "vendor:ostra/vendor:ostra-group": "2020-03-01",
    });
    expect(Object.keys(nestedValues(ostra, "listing", "listing.list") as object)).toEqual([
      "vendor:ostra/vendor:ostra/us-list-a",
      "vendor:ostra/vendor:ostra-group/us-list-b",
    ]);
  });

  it("reach the party only where the list includes affiliates", () => {
    expect(
      Object.values(nestedValues(party("vendor: vendor:ostra"), "listing", "listing.control") as object),
    ).toEqual([100, 0]);
  });

  it("count a legal flag once, however many laws raise it, and cite each law", () => {
    const [itself] = party("vendor: vendor:ostra")?.nested("owner") ?? [];
    const cell = itself?.cell("owner.legal_flags");
    expect([cell?.value, stepsIn(cell?.path)]).toEqual([
      2,
      [
        "compelled assistance: First Law art. 7",
        "compelled assistance: Second Law art. 28",
        "secrecy duty: First Law art. 7",
      ],
    ]);
  });

  it.for([
    ["a company nobody knows", "name_as_written: Zebra Optics", true],
    ["a blank name", "vendor: null", false],
  ] as const)("are one row of unknowns for %s", ([, written, stated]) => {
    const row = party(written);
    for (const [subject, facts] of [
      ["owner", ["owner.control", "owner.legal_flags", "owner.trust_score", "owner.foreign"]],
      [
        "listing",
        [
          "listing.list",
          "listing.ground",
          "listing.control",
          "listing.product_in_scope",
          "listing.use_in_scope",
        ],
      ],
    ] as const) {
      const [only, second] = row?.nested(subject) ?? [];
      expect(second).toBeUndefined();
      expect(facts.map((fact) => plain(only?.cell(fact).value))).toEqual(facts.map(() => "unknown"));
      expect(only?.cell(facts[0]).stated).toBe(stated);
    }
  });

  it.for(["vendor: self", "vendor: none", "vendor: external:il-police-north"])(
    "do not exist for `%s`",
    (written) => {
      const facts = chain({ parties: `{ role: operator, ${written} }` });
      for (const row of facts.rows("party"))
        expect([...row.nested("owner"), ...row.nested("listing")]).toEqual([]);
    },
  );

  it.for([
    ["unknown where holdings are blank", "", "unknown", "unknown"],
    ["no where they lack the holder", ", holdings: []", false, "unknown"],
    [
      "yes, with the day of the report",
      ", holdings: [{ holder: vendor:ostra-group, reported_on: 2020-03-15 }]",
      true,
      "2020-03-15",
    ],
    [
      "yes, by name, not reported",
      ", holdings: [{ name_as_written: Ostra Group, reported_on: none }]",
      true,
      "none",
    ],
  ] as const)("are disclosed: %s", ([, holdings, disclosed, reported]) => {
    const row = party(`vendor: vendor:ostra${holdings}`);
    const [, group] = row?.nested("owner") ?? [];
    expect([
      plain(group?.cell("owner.disclosed").value),
      plain(group?.cell("owner.reported_on").value),
    ]).toEqual([disclosed, reported]);
  });

  it.for([
    ["the share of the last holder on record", "vendor: vendor:ostra", { min: 45, max: 55 }],
    ["unknown where no holder is on record or reported", "vendor: vendor:plain", "unknown"],
    ["nothing where the company reports that nobody holds it", "vendor: vendor:plain, holdings: []", 0],
    [
      "nothing under a person",
      "vendor: vendor:plain, holdings: [{ name_as_written: A person, percent: 60 }]",
      0,
    ],
    [
      "the share of a company above which nothing is known",
      "vendor: vendor:plain, holdings: [{ holder: vendor:harel, percent: 60 }]",
      60,
    ],
  ] as const)("leave untraced %s", ([, written, percent]) => {
    expect(plain(party(written)?.cell("party.untraced_percent").value)).toEqual(percent);
  });
});

describe("a gateway before a company's elements on the path", () => {
  const hops = (text: string) => chain({ path: `{ hops: [${text}], transit_equipment: [] }` });
  it.for([
    ["stands before every one", "{ vendor: vendor:plain, behind_gateway: true }", true],
    [
      "is missing before one",
      "{ vendor: vendor:plain, behind_gateway: true }, { vendor: vendor:plain, behind_gateway: false }",
      false,
    ],
    [
      "is left blank before one",
      "{ vendor: vendor:plain, behind_gateway: true }, { vendor: vendor:plain }",
      "unknown",
    ],
  ] as const)("%s", ([, text, behind]) => {
    expect(value(hops(text), "vendor:plain", "party.behind_gateway")).toBe(behind);
  });

  it("stands before nothing where the company is only a carrier", () => {
    const facts = chain({ carriers: "[{ vendor: vendor:plain }]" });
    expect(value(facts, "vendor:plain", "party.behind_gateway")).toBe(false);
  });
});
