import { describe, expect, it } from "vitest";
import { factsOf, manifest, plain, rowAt, systemFact } from "./facts-of.ts";

describe("a fact read from the manifest", () => {
  it.for([
    ["a yes", "data: { personal_data: true }", "system.personal_data", true],
    ["a number", "data: { data_subjects_estimate: 140000 }", "system.data_subjects", 140000],
    ["a date", "assessments: { dpia: { done_on: 2026-08-30 } }", "system.dpia_on", "2026-08-30"],
    ["a date written `none`", "assessments: { dpia: { done_on: none } }", "system.dpia_on", "none"],
    ["an enum", "data: { security_level: high }", "system.security_level", "high"],
    [
      "an enum written `none`",
      "system: { functions: { identification: none } }",
      "system.identification",
      "none",
    ],
    [
      "a set",
      "data: { highly_sensitive: [health, location] }",
      "system.highly_sensitive",
      ["health", "location"],
    ],
    ["a set written `[]`", "data: { highly_sensitive: [] }", "system.highly_sensitive", "none"],
    ["a set written `none`", "data: { highly_sensitive: none }", "system.highly_sensitive", "none"],
    ["a text", "objective: { problem: Dark streets }", "system.problem", "Dark streets"],
    [
      "texts",
      "objective: { alternatives_considered: [lamps, patrols] }",
      "system.alternatives_considered",
      "lamps, patrols",
    ],
    [
      "names in a list",
      "supply_chain: { international_links: [{ name: East cable }] }",
      "system.links",
      "East cable",
    ],
    ["a cost written `none`", "supply_chain: { exit: { cost_nis: none } }", "system.exit_cost", "none"],
    ["nothing", "", "system.personal_data", "unknown"],
    ["null", "data: { personal_data: null }", "system.personal_data", "unknown"],
  ] as const)("reads %s", ([, body, fact, value]) => {
    expect(systemFact(manifest(body), fact)).toEqual(value);
  });

  it.for([
    ["months apart from seconds", "P1Y2M", { months: 14, seconds: 0 }],
    ["weeks, days and hours as seconds", "P1W1DT2H", { months: 0, seconds: 8 * 86_400 + 7200 }],
    ["nothing at all as a length", "PT0S", { months: 0, seconds: 0 }],
  ] as const)("reads a duration: %s", ([, written, value]) => {
    const facts = factsOf(manifest(`data: { retention: [{ data: other, period: ${written} }] }`));
    expect(rowAt(facts, "retention", "other").cell("retention.period").value).toEqual(value);
  });

  it("points at the value where it is written, and is stated", () => {
    const cell = factsOf(manifest("data: { personal_data: false }")).system.cell("system.personal_data");
    expect([cell.at, cell.stated]).toEqual(["/data/personal_data", true]);
  });

  it.for([
    ["the block is missing", "", ""],
    ["the key is missing", "data: { purposes: [] }", "/data"],
    ["the value is null", "data: { personal_data: null }", "/data"],
  ] as const)("points at the nearest written parent where %s, and is not stated", ([, body, at]) => {
    const cell = factsOf(manifest(body)).system.cell("system.personal_data");
    expect([plain(cell.value), cell.at, cell.stated]).toEqual(["unknown", at, false]);
  });
});

describe("a row", () => {
  it("knows the date of the run", () => {
    expect(factsOf(manifest("")).system.cell("today").value).toBe("2026-11-23");
  });

  it("refuses a fact of another subject, which is a bug in the caller", () => {
    expect(() => factsOf(manifest("")).system.cell("site.kinds")).toThrow(
      "no fact site.kinds at a row of system",
    );
  });

  it("computes each cell once", () => {
    let asked = 0;
    const { system } = factsOf(manifest(""), { tier: () => (asked++ === 0 ? "T2" : "T3") });
    expect([system.cell("system.tier").value, system.cell("system.tier").value, asked]).toEqual([
      "T2",
      "T2",
      1,
    ]);
  });
});
