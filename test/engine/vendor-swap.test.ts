import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Manifest } from "../../src/model/document.ts";
import type { EntityView } from "../../src/model/registry.ts";
import { shippedBundle } from "../load-repository.ts";
import { judge } from "./judging.ts";
import { pageManifests, submittedExamples } from "./shipped-manifests.ts";

const { registry } = shippedBundle().bundle;
/** Companies that are found by their name as well as by their id, so that a swapped name still names one. */
const companies = registry.entities().filter(({ id, name }) => {
  const found = registry.resolve({ name });
  return /^(vendor|brand):/.test(id) && found.kind === "resolved" && found.entity === id;
});
const BLIND = new Set([
  "privacy",
  "data-retention",
  "facial-recognition",
  "ai-systems",
  "data-access",
  "cyber-security",
]);

/** Keys whose text is a company's name. Model, MAC prefix and FCC id stay: they say what the product is. */
const NAMES = new Set(["name_as_written", "brand", "manufacturer_as_written", "publisher_as_written"]);

/** The manifest with every company in it replaced, the same one always by the same other. */
function swapped(manifest: Manifest, others: readonly EntityView[]): Manifest {
  const stands = new Map<string, EntityView>();
  const other = (company: string): EntityView => {
    const next = stands.get(company) ?? others[stands.size % others.length];
    if (next === undefined) throw new Error("no company to put in its place");
    stands.set(company, next);
    return next;
  };
  const swap = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => swap(item, key));
    if (value !== null && typeof value === "object") {
      // What the municipality does itself has its own name, and no company's.
      if ("vendor" in value && value.vendor === "self") return value;
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, swap(item, name)]));
    }
    if (typeof value !== "string" || value === "none" || value === "self") return value;
    if (/^(vendor|brand):/.test(value)) return other(value).id;
    return NAMES.has(key) ? other(resolved(value)).name : value;
  };
  // A manifest is a JSON value, and only strings were replaced by strings.
  return { ...manifest, value: swap(manifest.value, "") as Manifest["value"] };
}

/** One company under its id and its names is one company. */
function resolved(name: string): string {
  const found = registry.resolve({ name });
  return found.kind === "resolved" ? found.entity : name;
}

function whatIsSaid(manifest: Manifest, asOf: string) {
  const { judged, outcomes } = judge(manifest, { asOf, rules: ({ policy }) => BLIND.has(policy) });
  return {
    // The subject of some rows is named after its company, so outcomes are told apart by their rule alone.
    outcomes: [...outcomes].map(([about, outcome]) => `${about.split(" ")[0]} ${outcome}`).sort(),
    findings: judged.map(({ clause, row, breach, effect, upcoming }) => ({
      clause: `${clause.rule.id} ${clause.id}`,
      subject: row.pointer,
      outcome: breach.outcome,
      at: breach.at,
      effect,
      upcoming,
      missing: breach.missing,
      words: breach.leaves.map((leaf) => leaf.words("en")),
    })),
  };
}

const manifests = [
  ...submittedExamples(),
  ...pageManifests(({ rule }) => /^(PRV|RET|FRT|AIS|ACC|CYB)-/.test(rule)),
];

/** What is said while everybody is in their own place. */
const before = new Map(manifests.map((one) => [one, whatIsSaid(one.manifest, one.asOf)]));

describe("rules about privacy, retention, faces, rights, access and cyber security", () => {
  it("speak about every manifest that is tried below", () => {
    expect([...before.values()].filter(({ outcomes }) => outcomes.length === 0)).toEqual([]);
    expect(companies.length).toBeGreaterThan(100);
  });

  it("say the same whichever companies stand in a manifest", () => {
    const others = fc.uniqueArray(fc.constantFrom(...companies), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...manifests), others, (one, chosen) => {
        expect(whatIsSaid(swapped(one.manifest, chosen), one.asOf)).toEqual(before.get(one));
      }),
      { numRuns: 400 },
    );
  });

  it("and the swap is one that other rules notice", () => {
    const axis = registry.entity("vendor:axis");
    const golden = manifests.find(({ name }) => name.includes("il-9901"));
    if (axis === undefined || golden === undefined)
      throw new Error("the registry or the example has changed");
    const covered = (manifest: Manifest) => judge(manifest).outcomes.get("VEN-08 party:vendor:hikvision");
    expect([covered(golden.manifest), covered(swapped(golden.manifest, [axis]))]).toEqual([
      "fail",
      undefined,
    ]);
  });
});
