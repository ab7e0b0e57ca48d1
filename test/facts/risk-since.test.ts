import { describe, expect, it } from "vitest";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { registryText } from "../registry/registry-files.ts";
import { factsOf, manifest, plain } from "./facts-of.ts";
import { plan } from "./set-files.ts";

const criteria = "{ ownership_disclosed: { score: 0, source: s, date: 2020-01-01 } }";
const registry = createRegistry([
  registryText(`
entities:
  - { id: vendor:listed, legal_name: Listed, jurisdiction: "QZ" }
  - { id: vendor:profiled, legal_name: Profiled, jurisdiction: "QX" }
  - { id: vendor:assessed, legal_name: Assessed, jurisdiction: "QZ" }
  - { id: vendor:held, legal_name: Held, jurisdiction: "QZ" }
  - { id: vendor:several, legal_name: Several, jurisdiction: "QZ" }
  - { id: vendor:plain, legal_name: Plain, jurisdiction: "QZ" }
  - { id: vendor:delisted, legal_name: Delisted, jurisdiction: "QZ" }
edges:
  - { from: vendor:listed, to: vendor:held, kind: parent_of, percent: null, from_date: "2026-10-01", to_date: null, confidence: high, sources: [s] }
listings:
  - { list: us-list, entity: vendor:listed, from: "2026-08-15", to: null, source: s }
  - { list: us-list, entity: vendor:several, from: "2026-09", to: null, source: s }
  - { list: us-list, entity: vendor:delisted, from: "2020-01-01", to: "2026-01-01", source: s }
lists:
  - { id: us-list, title: List, authority: A, retrieved_on: "2026-11-01", coverage: complete, sources: [s] }
assessments:
  - { entity: vendor:assessed, assessed_on: 2026-09-09, criteria: ${criteria} }
  - { entity: vendor:several, assessed_on: 2026-11-01, criteria: ${criteria} }
jurisdictions:
  - country: QX
    as_of: "2026-01-01"
    sources: [s]
    flags:
      - { flag: secrecy_duty, law: First Law, article: art. 7, renumbered_to: null, as_of: "2026-01-01", from: "2017-06-28", to: null, source: s, verified: true }
sources:
  s: { title: S, kind: press, verified: true }
`).value,
]);

function since(maker: string, adoptedOn: string | undefined, asOf?: string) {
  const judged = manifest(`supply_chain: { devices: [{ model: AB-1, manufacturer: ${maker} }] }\n`);
  const surroundings = adoptedOn === undefined ? {} : { plan: plan(adoptedOn) };
  const [row] = factsOf(judged, { registry, surroundings, ...(asOf && { asOf }) }).rows("device");
  if (row === undefined) throw new Error("no device");
  return row.cell("device.risk_since");
}

describe("the day from which the record on a maker counts", () => {
  it.for([
    ["a listing after the plan", "vendor:listed", "2026-07-01", "2026-08-15"],
    ["a listing before the plan", "vendor:listed", "2026-09-01", "2026-09-01"],
    ["a legal profile", "vendor:profiled", "2026-07-01", "2026-07-01"],
    ["an assessment after the plan", "vendor:assessed", "2026-07-01", "2026-09-09"],
    ["the day its holder came in", "vendor:held", "2026-07-01", "2026-10-01"],
    ["the first of several", "vendor:several", "2026-07-01", "2026-09-01"],
    ["nothing on record", "vendor:plain", "2026-07-01", "none"],
    ["a listing that ended", "vendor:delisted", "2026-07-01", "none"],
    ["the municipality as maker", "self", "2026-07-01", "none"],
    ["a plan that is only proposed", "vendor:listed", "none", "none"],
    ["a plan without a day", "vendor:listed", "null", "unknown"],
    ["no plan", "vendor:listed", undefined, "unknown"],
    ["no plan and nothing on record", "vendor:plain", undefined, "none"],
    ["a maker nobody knows", "vendor:nobody-knows", "2026-07-01", "unknown"],
    ["a blank maker", "null", "2026-07-01", "unknown"],
  ] as const)("%s", ([, maker, adoptedOn, expected]) => {
    expect(plain(since(maker, adoptedOn).value)).toBe(expected);
  });

  it("is read as of a date", () => {
    expect(plain(since("vendor:listed", "2026-07-01", "2026-08-14").value)).toBe("none");
  });

  it("rests on the plan where the plan came last", () => {
    const places = [since("vendor:listed", "2026-09-01"), since("vendor:listed", "2026-07-01")];
    expect(places.map(({ elsewhere }) => elsewhere)).toEqual([
      [{ file: "policies/plan.yaml", at: "/adopted_on" }],
      undefined,
    ]);
  });
});
