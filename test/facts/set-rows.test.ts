import { describe, expect, it } from "vitest";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { registryText } from "../registry/registry-files.ts";
import { manifest, plain } from "./facts-of.ts";
import { arrangement, rowsOf, valuesOf, waiver } from "./set-files.ts";

describe("a row of an arrangement", () => {
  it("is the file, with the id and the municipality of the arrangement", () => {
    const file = arrangement("");
    const [found] = rowsOf("arrangement", { arrangements: [file] });
    const { row, document, id, municipality } = found ?? {};
    expect([row?.key, row?.title, row?.pointer, id, municipality]).toEqual([
      "arr:il-9901-lindental",
      "Lindental",
      "",
      "arr:il-9901-lindental",
      "9901",
    ]);
    expect(document).toBe(file);
  });

  it.for([
    ["arrangement.tags", "tags: [data, research]", ["data", "research"]],
    ["arrangement.tags", "tags: []", "none"],
    ["arrangement.tags", "", "unknown"],
    ["arrangement.signed_on", "signed_on: 2026-08-01", "2026-08-01"],
    ["arrangement.signed_on", "signed_on: none", "none"],
    ["arrangement.signed_on", "", "unknown"],
    ["arrangement.notified_on", "notified_on: 2026-06-01", "2026-06-01"],
    ["arrangement.renotified_on", "renotified_on: 2026-08-09", "2026-08-09"],
    ["arrangement.exit_on", "exit_on: none", "none"],
    ["arrangement.exit_on", "", "unknown"],
    ["arrangement.exit_on", "exit_on: 2026-11-22\nactive: true", "unknown"],
    ["arrangement.exit_on", "exit_on: 2026-11-23\nactive: true", "2026-11-23"],
    ["arrangement.exit_on", "exit_on: 2026-11-22\nactive: false", "2026-11-22"],
    ["arrangement.exit_on", "exit_on: 2026-11-23\nactive: false\nsigned_on: 2020-01-01", "unknown"],
    ["arrangement.exit_on", "exit_on: none\nactive: false\nsigned_on: 2020-01-01", "unknown"],
    ["arrangement.exit_on", "exit_on: none\nactive: false\nsigned_on: none", "none"],
    ["arrangement.exit_on", "exit_on: 2026-01-01\nactive: false\nsigned_on: 2026-01-02", "unknown"],
    ["arrangement.signed_on", "exit_on: 2026-01-01\nactive: false\nsigned_on: 2026-01-02", "unknown"],
    ["arrangement.signed_on", "active: true\nsigned_on: none", "unknown"],
    ["arrangement.signed_on", "active: true\nsigned_on: 2026-11-24", "unknown"],
    ["arrangement.signed_on", "active: true\nsigned_on: 2026-11-23", "2026-11-23"],
    ["arrangement.signed_on", "exit_on: 2026-01-01\nsigned_on: none", "unknown"],
  ] as const)("reads %s from `%s`", ([fact, keys, expected]) => {
    const values = valuesOf("arrangement", fact, { arrangements: [arrangement(keys)] });
    expect(values).toEqual({ "arr:il-9901-lindental": expected });
  });

  const registry = createRegistry([
    registryText(`
entities:
  - { id: vendor:institute, legal_name: Ostra Institute, jurisdiction: "QX" }
  - { id: vendor:daughter, legal_name: Ostra Daughter, jurisdiction: "QX" }
  - { id: vendor:perhaps, legal_name: Ostra Perhaps, jurisdiction: "QX" }
  - { id: vendor:minority, legal_name: Ostra Minority, jurisdiction: "QX" }
  - { id: vendor:clean, legal_name: Clean Works, jurisdiction: "QX" }
edges:
  - { from: vendor:institute, to: vendor:daughter, kind: parent_of, percent: null, from_date: null, to_date: null, confidence: high, sources: [s] }
  - { from: vendor:institute, to: vendor:perhaps, kind: owns, percent: { min: 45, max: 55 }, from_date: null, to_date: null, confidence: high, sources: [s] }
  - { from: vendor:institute, to: vendor:minority, kind: owns, percent: { min: 30, max: 30 }, from_date: null, to_date: null, confidence: high, sources: [s] }
listings:
  - { list: us-a, entity: vendor:institute, from: "2021-01-01", to: null, ground: military, source: s }
  - { list: us-b, entity: vendor:institute, from: "2022-01-01", to: null, ground: human_rights, source: s }
  - { list: us-b, entity: vendor:institute, from: "2020-01-01", to: "2021-01-01", ground: national_security, source: s }
lists:
  - { id: us-a, title: A, authority: A, retrieved_on: "2026-11-01", coverage: complete, sources: [s] }
  - { id: us-b, title: B, authority: B, retrieved_on: "2026-11-01", coverage: complete, sources: [s] }
sources:
  s: { title: S, kind: press, verified: true }
`).value,
  ]);

  it.for([
    ["listed, by id", "name: The Institute, vendor: vendor:institute", ["military", "human_rights"]],
    ["listed, by name", "name: Ostra Institute", ["military", "human_rights"]],
    ["listed, though said to be nobody", "name: Ostra Institute, vendor: none", ["military", "human_rights"]],
    ["held by a listed one", "name: X, vendor: vendor:daughter", ["military", "human_rights"]],
    ["perhaps held by a listed one", "name: X, vendor: vendor:perhaps", "unknown"],
    ["with a listed minority holder", "name: X, vendor: vendor:minority", "none"],
    ["not listed", "name: Clean Works", "none"],
    ["no vendor", "name: Lindental, vendor: none", "none"],
    ["near a listed one, though said to be nobody", "name: Ostra Instituto, vendor: none", "unknown"],
    [
      "of a listed one's looks, though said to be nobody",
      "name: \u041estra Institute, vendor: none",
      "unknown",
    ],
    ["not said to be a vendor or not", "name: Lindental", "unknown"],
    ["an id the registry has not", "name: X, vendor: vendor:unheard-of", "unknown"],
    ["two different companies", "name: Clean Works, vendor: vendor:institute", "unknown"],
  ] as const)("gives the grounds of a partner %s", ([, partner, expected]) => {
    const arrangements = [arrangement(`partner: { ${partner} }`)];
    const values = valuesOf("arrangement", "arrangement.partner_grounds", { arrangements }, { registry });
    expect(Object.values(values)).toEqual([expected]);
  });

  it("gives the grounds of the date", () => {
    const arrangements = [arrangement("partner: { name: Ostra Institute }")];
    const context = { registry, asOf: "2020-06-01" };
    const values = valuesOf("arrangement", "arrangement.partner_grounds", { arrangements }, context);
    expect(Object.values(values)).toEqual([["national_security"]]);
  });
});

describe("a row of a waiver", () => {
  it("is the file, with the municipality of its manifest", () => {
    const other = manifest("", "", { id: "il-0070-cams" });
    const waivers = [
      waiver(""),
      waiver("manifest: il-0070-cams", { id: "W-2" }),
      waiver("manifest: il-gov-cams", { id: "W-3" }),
    ];
    const rows = rowsOf("waiver", { waivers, manifests: [other] });
    expect(rows.map(({ row, id, municipality }) => [row.title, id, municipality])).toEqual([
      ["W-1", "W-1", "9901"],
      ["W-2", "W-2", "0070"],
      ["W-3", "W-3", "gov"],
    ]);
  });

  it.for([
    ["waiver.kind", "", "Waiver"],
    ["waiver.reason", "reason: { en: Until the tender closes }", "Until the tender closes"],
    ["waiver.reason", "reason: none", "none"],
    ["waiver.reason", "", "unknown"],
    ["waiver.compensating", "compensating: [own network, egress deny]", "own network, egress deny"],
    ["waiver.compensating", "compensating: []", "none"],
    ["waiver.approver", "", "National reviewer"],
    ["waiver.approver", "approved_by: null", "unknown"],
    ["waiver.approver_outside", "", true],
    ["waiver.approver_outside", "approved_by: { role: Coordinator, group: governance }", true],
    ["waiver.approver_outside", "approved_by: { role: Head of parks, group: sde-tavor }", false],
    ["waiver.approver_outside", "approved_by: none", false],
    ["waiver.approver_outside", "approved_by: null", "unknown"],
    ["waiver.starts_on", "", "2026-10-01"],
    ["waiver.expires_on", "", "2026-12-31"],
    ["waiver.allowed", "", true],
    ["waiver.allowed", "rule: FRT-01", false],
    ["waiver.allowed", "rule: RET-99", "unknown"],
    ["waiver.renewals", "", 0],
    ["waiver.renewals", "renews: W-0", "unknown"],
    ["waiver.renewals", "renews: W-1", "unknown"],
  ] as const)("reads %s from `%s`: %s", ([fact, keys, expected]) => {
    expect(valuesOf("waiver", fact, { waivers: [waiver(keys)] })).toEqual({ "W-1": expected });
  });

  it("counts the chain of renewals, and earlier ones for the same rule and manifest that name none", () => {
    const waivers = [
      waiver("from: 2026-01-01\nexpires: 2026-03-31"),
      waiver("from: 2026-04-01\nexpires: 2026-06-30\nrenews: W-1", { id: "W-2" }),
      waiver("from: 2026-07-01\nexpires: 2026-09-30", { id: "W-3" }),
      waiver("from: 2026-07-01\nexpires: 2026-09-30\nfinding: '00000000000000aa'", { id: "W-4" }),
      waiver("from: 2026-07-01\nexpires: 2026-09-30", { id: "A-1", kind: "Approval" }),
      waiver("from: 2026-07-01\nexpires: 2026-09-30\nrule: RET-02", { id: "W-5" }),
      waiver("from: 2026-07-01\nexpires: 2026-09-30\nmanifest: il-9901-lights", { id: "W-6" }),
    ];
    expect(valuesOf("waiver", "waiver.renewals", { waivers })).toEqual({
      "W-1": 0,
      "W-2": 1,
      "W-3": 2,
      "W-4": 2,
      "A-1": 2,
      "W-5": 0,
      "W-6": 0,
    });
  });

  it.for([
    ["after the other ended", "2026-07-01", 1],
    ["just before the other ends", "2026-06-25", 1],
    ["in the second half of the other", "2026-04-02", 1],
    ["in the first half of the other, as another case", "2026-03-31", 0],
    ["24 months after the other ended", "2028-06-30", 1],
    ["a day more than 24 months after the other ended", "2028-07-01", 0],
  ] as const)("counts a waiver for another value as a renewal where it begins %s", ([, from, expected]) => {
    const waivers = [
      waiver("from: 2026-01-01\nexpires: 2026-06-30"),
      waiver(`from: ${from}\nexpires: 2029-01-01\nfinding: '00000000000000aa'`, { id: "W-2" }),
    ];
    expect(valuesOf("waiver", "waiver.renewals", { waivers })["W-2"]).toBe(expected);
  });

  it("is allowed of a standing approval whatever may be waived", () => {
    const waivers = [waiver("rule: FRT-01", { kind: "Approval" })];
    expect(valuesOf("waiver", "waiver.allowed", { waivers })).toEqual({ "W-1": true });
  });
});

describe("a row of a published list", () => {
  const lists = (keys: string) =>
    registryText(`
entities: [{ id: vendor:a, legal_name: A, jurisdiction: null }]
lists:
  - { id: us-first, title: First, authority: A, sources: [s], ${keys} }
listings:
  - { list: us-first, entity: vendor:a, from: "2020-01-01", to: null, source: s }
sources:
  s: { title: S, kind: government_list, verified: true }
`);

  it.for([
    ["read", 'coverage: complete, retrieved_on: "2026-11-01"', { "us-first": "2026-11-01" }],
    [
      "read on the day of the run",
      'coverage: partial, retrieved_on: "2026-11-23"',
      { "us-first": "2026-11-23" },
    ],
    [
      "read several times",
      'coverage: complete, retrieved_on: "2026-12-01", read_before: ["2026-10-01", "2026-11-01"]',
      { "us-first": "2026-11-01" },
    ],
    ["read only later", 'coverage: complete, retrieved_on: "2026-11-24"', { "us-first": "unknown" }],
    ["never read", "coverage: complete, retrieved_on: null", { "us-first": "none" }],
    ["not covered", 'coverage: none, retrieved_on: "2026-11-01"', {}],
    ["superseded", 'coverage: complete, retrieved_on: "2026-11-01", superseded_by: us-first', {}],
    ["ended", 'coverage: complete, retrieved_on: "2026-11-01", to: "2026-11-23"', {}],
    ["not begun", 'coverage: complete, retrieved_on: "2026-11-01", from: "2026-11-24"', {}],
  ] as const)("%s", ([, keys, expected]) => {
    expect(valuesOf("list", "list.retrieved_on", { registry: [lists(keys)] })).toEqual(expected);
  });

  it("exists for a list with entries alone, and concerns no municipality", () => {
    const empty = registryText(
      'lists: [{ id: us-empty, title: Empty, authority: A, sources: [s], coverage: complete, retrieved_on: "2026-11-01" }]',
    );
    const rows = rowsOf("list", {
      registry: [empty, lists('coverage: complete, retrieved_on: "2026-11-01"')],
    });
    expect(rows.map(({ row, id, municipality }) => [row.pointer, id, municipality])).toEqual([
      ["/lists/0", "us-first", undefined],
    ]);
    expect(rows.map(({ row }) => plain(row.cell("list.retrieved_on").at))).toEqual(["/lists/0/retrieved_on"]);
  });
});
