import { describe, expect, it } from "vitest";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { registryText } from "../registry/registry-files.ts";
import { factsOf, manifest, plain } from "./facts-of.ts";
import { arrangement } from "./set-files.ts";

const registry = createRegistry([
  registryText(`
entities:
  - { id: vendor:near, legal_name: Near, jurisdiction: "QX" }
  - { id: vendor:far, legal_name: Far, jurisdiction: "QY" }
  - { id: vendor:held, legal_name: Held, jurisdiction: "QY" }
  - { id: vendor:perhaps-held, legal_name: Perhaps Held, jurisdiction: "QY" }
  - { id: vendor:touched, legal_name: Touched, jurisdiction: "QY" }
  - { id: vendor:homeless, legal_name: Homeless, jurisdiction: null }
  - { id: brand:label, legal_name: Label, jurisdiction: null }
edges:
  - { from: vendor:near, to: vendor:held, kind: parent_of, percent: null, from_date: null, to_date: null, confidence: high, sources: [s] }
  - { from: vendor:near, to: vendor:perhaps-held, kind: owns, percent: { min: 45, max: 55 }, from_date: null, to_date: null, confidence: high, sources: [s] }
  - { from: vendor:near, to: vendor:touched, kind: owns, percent: { min: 10, max: 49 }, from_date: null, to_date: null, confidence: high, sources: [s] }
sources:
  s: { title: S, kind: press, verified: true }
`).value,
]);

function until(
  supplier: string,
  files: Parameters<typeof arrangement>[0][],
  options: { asOf?: string } = {},
) {
  const judged = manifest(`supply_chain: { parties: [{ role: integrator, ${supplier} }] }\n`);
  const arrangements = files.map((keys, index) => arrangement(keys, `arr:il-9901-a${index}`));
  const facts = factsOf(judged, { registry, surroundings: { arrangements }, ...options });
  const party = facts.rows("party").find((row) => row.pointer === "/supply_chain/parties/0");
  return party?.cell("party.arrangement_until");
}

const NEAR = "vendor: vendor:near";

describe("the last day of an arrangement with a supplier's country", () => {
  it.for([
    ["in force, no end set", "signed_on: 2019-05-12\nactive: true\nexit_on: none", "9999-12-31"],
    ["in force, the end blank", "active: true", "9999-12-31"],
    ["in force until a day", "active: true\nexit_on: 2027-03-01", "2027-03-01"],
    ["ended on a day", "signed_on: 2019-05-12\nactive: false\nexit_on: 2024-05-12", "2024-05-12"],
    ["state blank, ends on a day", "exit_on: 2027-03-01", "2027-03-01"],
    ["never signed and not in force", "signed_on: none\nactive: false", "none"],
    ["signed after the day of the run", "signed_on: 2026-12-01\nactive: false", "none"],
    ["in force before it is signed", "signed_on: 2026-12-01\nactive: true", "unknown"],
    ["in force and never signed", "signed_on: none\nactive: true", "unknown"],
    ["ended before it was signed", "signed_on: 2024-05-12\nactive: false\nexit_on: 2024-05-11", "unknown"],
    ["ended and never signed", "signed_on: none\nactive: false\nexit_on: 2024-05-12", "unknown"],
    ["not in force and never ended", "signed_on: 2019-05-12\nactive: false\nexit_on: none", "unknown"],
    ["not in force, yet to end", "signed_on: 2019-05-12\nactive: false\nexit_on: 2027-01-01", "unknown"],
    ["state blank", "signed_on: 2019-05-12\nexit_on: none", "unknown"],
    ["not in force, end blank", "signed_on: 2019-05-12\nactive: false", "unknown"],
    ["in force, yet ended", "active: true\nexit_on: 2024-05-12", "unknown"],
  ] as const)("%s", ([, keys, expected]) => {
    expect(plain(until(NEAR, [keys])?.value)).toBe(expected);
  });

  const standing = "active: true\nexit_on: none";
  it.for([
    ["is of the country itself", NEAR, "9999-12-31"],
    ["is held by one of it", "vendor: vendor:held", "9999-12-31"],
    ["may be held by one of it", "vendor: vendor:perhaps-held", "unknown"],
    ["has a minority holder of it", "vendor: vendor:touched", "none"],
    ["is of another country", "vendor: vendor:far", "none"],
    ["is of no known country", "vendor: vendor:homeless", "unknown"],
    ["is a brand", "vendor: brand:label", "none"],
    ["is not in the registry", "name_as_written: Nobody Knows", "unknown"],
    ["is blank", "vendor: null", "unknown"],
    ["is nobody", "vendor: none", "none"],
    ["is the municipality", "vendor: self", "none"],
  ] as const)("where the supplier %s", ([, supplier, expected]) => {
    expect(plain(until(supplier, [standing])?.value)).toBe(expected);
  });

  it("is none of a supplier nobody knows where the buyer has no arrangement at all", () => {
    expect(plain(until("name_as_written: Nobody Knows", [])?.value)).toBe("none");
  });

  it.for([
    ["the later of two", ["active: false\nexit_on: 2024-01-01", "exit_on: 2025-01-01"], "2025-01-01"],
    ["unknown beside one that ended", ["exit_on: 2024-01-01", "active: null"], "unknown"],
    ["without an end, whatever else is unknown", [standing, "active: null"], "9999-12-31"],
    [
      "unknown where a country is blank and that one lasts longer",
      ["exit_on: 2024-01-01", "partner: { name: X }\nexit_on: 2025-01-01"],
      "unknown",
    ],
    [
      "as known where a country is blank and that one ended before",
      ["exit_on: 2024-01-01", "partner: { name: X }\nexit_on: 2023-01-01"],
      "2024-01-01",
    ],
    ["of this buyer alone", ['municipality: { cbs_code: "0070" }\nactive: true'], "none"],
  ] as const)("is %s", ([, files, expected]) => {
    expect(plain(until(NEAR, [...files])?.value)).toBe(expected);
  });

  it("names the arrangements, the longest first", () => {
    expect(until(NEAR, ["active: false\nexit_on: 2024-01-01", standing])?.elsewhere).toEqual([
      { file: "arrangements/il-9901-a1.yaml", at: "/active" },
      { file: "arrangements/il-9901-a0.yaml", at: "/exit_on" },
    ]);
  });

  it("is of the same municipality with and without the leading noughts of its code", () => {
    const judged = manifest(`supply_chain: { parties: [{ role: integrator, ${NEAR} }] }\n`, "", {
      id: "il-70-cams",
    });
    const arrangements = [arrangement('municipality: { cbs_code: "0070" }\nactive: true')];
    const [party] = factsOf(judged, { registry, surroundings: { arrangements } }).rows("party");
    expect(party?.cell("party.arrangement_until").value).toBe("9999-12-31");
  });
});
