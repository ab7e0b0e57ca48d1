import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import type { FactSet, SubjectName } from "../../src/model/row.ts";
import { pathsIn, without } from "./deleting.ts";
import { example, factsOf } from "./facts-of.ts";

const golden = example("sde-tavor/manifests/il-9901-cam-promenade.yaml");
const facts = Object.keys(vocabulary.facts);

/** Computes everything there is. */
function exhaust(set: FactSet): number {
  const rows = Object.keys(vocabulary.subjects).flatMap((subject) => set.rows(subject as SubjectName));
  const all = rows.flatMap((row) => [row, ...row.nested("owner"), ...row.nested("listing")]);
  for (const row of all) for (const fact of facts) if (fact.startsWith(`${row.subject}.`)) row.cell(fact);
  return all.length;
}

describe("deleting from a manifest", () => {
  const paths = pathsIn(golden);

  it("never throws, whatever is deleted", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(paths.length - 1), { minLength: 1, maxLength: 8 }), (indexes) => {
        const chosen = indexes.flatMap((index) => (paths[index] === undefined ? [] : [paths[index]]));
        expect(exhaust(factsOf(without(golden, chosen)))).toBeGreaterThan(20);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  /** Facts that decide a yes or a permission somewhere; blank they must not turn into the answer that lets a system pass. */
  it.for([
    ["system.sites", "system.site_kinds"],
    ["system.categories", "system.functions_in_use"],
    ["system.functions", "system.functions_in_use"],
    ["system.functions", "system.one_to_many"],
    ["system.functions.biometric_capability", "system.one_to_many"],
    ["system.interfaces", "system.networked"],
    ["data", "system.personal_data_kinds"],
    ["data.personal_data", "system.personal_data"],
  ] as const)("%s leaves %s unknown", ([path, fact]) => {
    const cell = factsOf(without(golden, [path.split(".")])).system.cell(fact);
    expect([cell.value.toString(), cell.stated]).toEqual(["Symbol(unknown)", false]);
  });

  it.for([
    ["supply_chain", "party", "party.name"],
    ["supply_chain.parties", "party", "party.name"],
    ["supply_chain.carriers", "party", "party.name"],
    ["supply_chain.path.transit_equipment", "party", "party.name"],
    ["supply_chain.mobile_apps", "app", "app.store"],
    ["supply_chain.devices", "device", "device.maker_evidence"],
    ["supply_chain.devices", "placement", "placement.tier"],
    ["system.sites", "placement", "placement.tier"],
    ["system.sites", "site", "site.kinds"],
    ["data.retention", "retention", "retention.period"],
    ["data.access", "access", "access.live"],
    ["assessments.risks", "risk", "risk.score"],
    ["data.locations", "transfer", "transfer.country"],
  ] as const)("%s leaves a %s with %s unknown", ([path, subject, fact]) => {
    const rows = factsOf(without(golden, [path.split(".")])).rows(subject);
    expect(rows.filter((row) => row.cell(fact).value.toString() === "Symbol(unknown)")).not.toEqual([]);
  });
});
