import { describe, expect, it } from "vitest";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { registryText } from "../registry/registry-files.ts";
import { factsOf, manifest, plain } from "./facts-of.ts";

const registry = createRegistry([
  registryText(`
entities:
  - { id: vendor:held, legal_name: Held, jurisdiction: "IL" }
  - { id: vendor:fund, legal_name: Fund, jurisdiction: "IL", kind: fund }
  - { id: vendor:own-fund, legal_name: Own Money, jurisdiction: "IL", kind: fund }
  - { id: vendor:past-fund, legal_name: Past Money, jurisdiction: "IL", kind: fund }
  - { id: vendor:sponsor, legal_name: Sponsor, jurisdiction: "QX" }
edges:
  - { from: vendor:fund, to: vendor:sponsor, kind: fund_sponsored_by, from_date: "2016-05", to_date: null, confidence: high, sources: [s] }
  - { from: vendor:past-fund, to: vendor:sponsor, kind: fund_sponsored_by, from_date: "2016-05", to_date: "2020-01-01", confidence: high, sources: [s] }
  - { from: vendor:fund, to: vendor:held, kind: invests_in, percent: { min: 5, max: 5 }, from_date: "2026-09-01", to_date: null, confidence: high, sources: [s] }
  - { from: vendor:own-fund, to: vendor:held, kind: invests_in, percent: { min: 6, max: 6 }, from_date: null, to_date: null, confidence: high, sources: [s] }
  - { from: vendor:past-fund, to: vendor:held, kind: invests_in, percent: { min: 7, max: 7 }, from_date: "2026", to_date: null, confidence: high, sources: [s] }
sources: { s: { title: S, kind: press, verified: true } }
`).value,
]);

function ofHolders(fact: string): Readonly<Record<string, unknown>> {
  const judged = manifest("supply_chain: { parties: [{ role: integrator, vendor: vendor:held }] }\n");
  const party = factsOf(judged, { registry })
    .rows("party")
    .find(({ key }) => key === "vendor:held");
  const owners = party?.nested("owner") ?? [];
  return Object.fromEntries(owners.map((row) => [row.key.split("/")[1], plain(row.cell(fact).value)]));
}

describe("money in a company", () => {
  it("is sponsored where the holder is a fund and the registry names whose, on that date", () => {
    expect(ofHolders("owner.fund_sponsored")).toEqual({
      "vendor:held": false,
      "vendor:fund": true,
      "vendor:sponsor": false,
      "vendor:own-fund": false,
      "vendor:past-fund": false,
    });
  });

  it("changed on the first day its start allows, and never where no start is recorded", () => {
    expect(ofHolders("owner.changed_on")).toEqual({
      "vendor:held": "none",
      "vendor:fund": "2026-09-01",
      "vendor:sponsor": "2026-09-01",
      "vendor:own-fund": "none",
      "vendor:past-fund": "2026-01-01",
    });
  });
});
