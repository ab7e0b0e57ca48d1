import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import type { FactSet, SubjectName } from "../../src/model/row.ts";
import { publishedRegistry } from "../registry/registry-files.ts";
import { pathsIn, without } from "./deleting.ts";
import { example, factsOf, plain } from "./facts-of.ts";
import { arrangement, plan, rowsOf, waiver } from "./set-files.ts";

const golden = example("sde-tavor/manifests/il-9901-cam-promenade.yaml");
const facts = Object.keys(vocabulary.facts);
const published = publishedRegistry();

/** Computes everything there is. */
function exhaust(set: FactSet): number {
  const rows = Object.keys(vocabulary.subjects).flatMap((subject) => set.rows(subject as SubjectName));
  const all = rows.flatMap((row) => [row, ...row.nested("owner"), ...row.nested("listing")]);
  for (const row of all) for (const fact of facts) if (fact.startsWith(`${row.subject}.`)) row.cell(fact);
  return all.length;
}

/** What stands beside the manifest; of the manifest itself as it was before. */
const surroundings = {
  manifests: [golden],
  arrangements: [arrangement("active: true")],
  waivers: [waiver("manifest: il-9901-cam-promenade")],
  plan: plan("2026-07-01"),
};

describe("deleting from a manifest", () => {
  const paths = pathsIn(golden);

  it("never throws, whatever is deleted", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(paths.length - 1), { minLength: 1, maxLength: 8 }), (indexes) => {
        const chosen = indexes.flatMap((index) => (paths[index] === undefined ? [] : [paths[index]]));
        const facts = factsOf(without(golden, chosen), { surroundings });
        expect(exhaust(facts)).toBeGreaterThan(20);
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
    ["metadata.owner", "system.owner_reviews_own"],
    ["metadata.owner.email", "system.owner_reviews_own"],
  ] as const)("%s leaves %s unknown", ([path, fact]) => {
    const cell = factsOf(without(golden, [path.split(".")]), { surroundings }).system.cell(fact);
    expect([cell.value.toString(), cell.stated]).toEqual(["Symbol(unknown)", false]);
  });

  it.for([
    ["supply_chain", "party", "party.name"],
    ["supply_chain.parties", "party", "party.name"],
    ["supply_chain.parties", "party", "party.arrangement_until"],
    ["supply_chain.carriers", "party", "party.name"],
    ["supply_chain.path.transit_equipment", "party", "party.name"],
    ["supply_chain.mobile_apps", "app", "app.store"],
    ["supply_chain.devices", "device", "device.maker_evidence"],
    ["supply_chain", "device", "device.risk_since"],
    ["supply_chain.devices", "device", "device.exploited_since"],
    ["supply_chain.devices", "placement", "placement.tier"],
    ["system.interfaces", "interface", "interface.target"],
    ["system.interfaces", "interface", "interface.mirrored"],
    ["system.sites", "placement", "placement.tier"],
    ["system.sites", "site", "site.kinds"],
    ["data.retention", "retention", "retention.period"],
    ["data.access", "access", "access.live"],
    ["assessments.risks", "risk", "risk.score"],
    ["data.locations", "transfer", "transfer.country"],
  ] as const)("%s leaves a %s with %s unknown", ([path, subject, fact]) => {
    const options = { surroundings, registry: published };
    const rows = factsOf(without(golden, [path.split(".")]), options).rows(subject);
    expect(rows.filter((row) => row.cell(fact).value.toString() === "Symbol(unknown)")).not.toEqual([]);
  });
});

describe("deleting from a file of its own", () => {
  const written =
    "tags: [data]\nsigned_on: 2026-08-01\nnotified_on: 2026-06-01\nrenotified_on: 2026-08-09\nexit_on: none";
  const decided =
    "reason: { en: Bridging }\ncompensating: [own network]\nrenews: null\napproved_by: { role: Reviewer, group: privacy }";

  it.for([
    ["tags", "arrangement.tags"],
    ["signed_on", "arrangement.signed_on"],
    ["notified_on", "arrangement.notified_on"],
    ["renotified_on", "arrangement.renotified_on"],
    ["exit_on", "arrangement.exit_on"],
  ] as const)("%s leaves %s unknown", ([key, fact]) => {
    const of = (keys: string) =>
      rowsOf("arrangement", { arrangements: [arrangement(keys)] })[0]?.row.cell(fact);
    expect(plain(of(written)?.value)).not.toBe("unknown");
    expect([plain(of(blanked(written, key))?.value), of(blanked(written, key))?.stated]).toEqual([
      "unknown",
      false,
    ]);
  });

  it.for([
    ["reason", "waiver.reason"],
    ["compensating", "waiver.compensating"],
    ["approved_by", "waiver.approver"],
    ["approved_by", "waiver.approver_outside"],
  ] as const)("%s leaves %s unknown", ([key, fact]) => {
    const of = (keys: string) => rowsOf("waiver", { waivers: [waiver(keys)] })[0]?.row.cell(fact);
    expect(plain(of(decided)?.value)).not.toBe("unknown");
    expect([plain(of(blanked(decided, key))?.value), of(blanked(decided, key))?.stated]).toEqual([
      "unknown",
      false,
    ]);
  });
});

function blanked(keys: string, key: string): string {
  return keys.replace(new RegExp(`^${key}: .*$`, "m"), `${key}: null`);
}
