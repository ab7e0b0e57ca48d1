import { describe, expect, it } from "vitest";
import { alternativeLimits } from "../../src/engine/alternative-limits.ts";
import { besideInRole, categoriesSought } from "../../src/engine/categories-sought.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { offerAlternatives } from "../../src/engine/offer-alternatives.ts";
import type { Row } from "../../src/model/row.ts";
import { UNKNOWN } from "../../src/model/value.ts";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { readsOfClause } from "../../src/rules/check/reads.ts";
import { AS_OF, shippedBundle } from "../load-repository.ts";
import { registryText } from "../registry/registry-files.ts";
import { submittedExamples } from "./shipped-manifests.ts";

const { bundle } = shippedBundle();
const limits = alternativeLimits(bundle.policies, AS_OF);

const partner = (categories: string) => `{ kind: company, supplies: [${categories}], sources: [s] }`;
const criteria = (points: number) =>
  ["ownership_disclosed", "no_state_control", "independent_courts"]
    .map(
      (name, index) =>
        `${name}: { score: ${Math.min(2, Math.max(0, points - 2 * index))}, source: s, date: 2026-01-01 }`,
    )
    .join(", ");

const registry = createRegistry([
  registryText(`
entities:
  - { id: vendor:five, legal_name: Five, jurisdiction: "QX", partner: ${partner("parking")} }
  - { id: vendor:four, legal_name: Four, jurisdiction: "QX", partner: ${partner("parking")} }
  - { id: vendor:three, legal_name: Three, jurisdiction: "QX", partner: ${partner("parking")} }
  - { id: vendor:two, legal_name: Two, jurisdiction: "IL", partner: ${partner("parking, water")} }
  - { id: vendor:one, legal_name: One, jurisdiction: "QY", partner: ${partner("parking")} }
  - { id: vendor:two-lamps, legal_name: Two Lamps, jurisdiction: "IL" }
  - { id: vendor:listed, legal_name: Listed, jurisdiction: "QX", partner: ${partner("energy")} }
edges:
  - { from: vendor:two, to: vendor:two-lamps, kind: owns, percent: { min: 100 }, from_date: null, to_date: null, confidence: high, sources: [s] }
assessments:
  - { entity: vendor:five, assessed_on: 2026-01-01, criteria: { ${criteria(5)} } }
  - { entity: vendor:four, assessed_on: 2026-01-01, criteria: { ${criteria(4)} } }
  - { entity: vendor:three, assessed_on: 2026-01-01, criteria: { ${criteria(3)} } }
  - { entity: vendor:two, assessed_on: 2026-01-01, criteria: { ${criteria(2)} } }
lists: [{ id: xx-list, title: L, authority: A, retrieved_on: 2026-01-01, coverage: complete, sources: [s] }]
listings: [{ list: xx-list, entity: vendor:listed, from: null, to: null, source: s }]
sources: { s: { title: S, kind: press, verified: true } }
`).value,
]);

interface Case {
  readonly categories?: readonly string[];
  readonly refused?: string;
  readonly forScore?: boolean;
  readonly least?: number;
  readonly fromPartners?: number;
  readonly partners?: readonly string[];
  readonly beside?: readonly string[];
}

function offered({
  categories = ["parking"],
  refused,
  forScore = false,
  least = 3,
  fromPartners = 1,
  partners = ["IL", "QX"],
  beside = [],
}: Case) {
  return offerAlternatives({
    registry,
    asOf: AS_OF,
    categories,
    refused,
    beside: new Set(beside),
    forScore,
    limits: { least, fromPartners, partners: new Set(partners) },
    language: "en",
  });
}

describe("the alternatives of a finding", () => {
  it.for<readonly [string, Case, readonly string[]]>([
    ["as many as are asked for, the best evidence first", {}, ["Five", "Four", "Three"]],
    ["as many as there are", { least: 9 }, ["Five", "Four", "Three", "Two", "One"]],
    ["the best from a partner country beside them", { partners: ["IL"] }, ["Five", "Four", "Three", "Two"]],
    ["no more from partner countries than asked for", { least: 1, partners: ["IL", "QY"] }, ["Five", "Two"]],
    [
      "two from partner countries",
      { least: 1, fromPartners: 2, partners: ["IL", "QY"] },
      ["Five", "Two", "One"],
    ],
    ["none from partner countries where there is none", { partners: ["FR"] }, ["Five", "Four", "Three"]],
    ["not the company it is about", { refused: "vendor:four" }, ["Five", "Three", "Two"]],
    [
      "not who stands in the same place already",
      { refused: "vendor:four", beside: ["vendor:five"] },
      ["Three", "Two", "One"],
    ],
    [
      "not who holds the company it is about",
      { refused: "vendor:two-lamps", least: 9 },
      ["Five", "Four", "Three", "One"],
    ],
    [
      "those with a higher score, where the score is what is wrong",
      { refused: "vendor:three", forScore: true },
      ["Five", "Four"],
    ],
    [
      "anybody with a score, for one without",
      { refused: "vendor:one", forScore: true, least: 9 },
      ["Five", "Four", "Three", "Two"],
    ],
    ["why there is none: no category", { categories: [] }, ["none, because the system states no category"]],
    [
      "why there is none: nobody supplies it",
      { categories: ["drone"] },
      ["none, because the registry knows no partner for drone"],
    ],
    [
      "why there is none: nobody else does",
      { categories: ["water"], refused: "vendor:two" },
      ["none, because the registry knows nobody else for water"],
    ],
    [
      "why there is none: nobody has a higher score",
      { refused: "vendor:five", forScore: true },
      ["none, because the registry knows nobody with a higher trust score for parking"],
    ],
    [
      "why there is none: each is on a list",
      { categories: ["energy"] },
      ["none, because each partner the registry knows for energy is on a list or held by an entity that is"],
    ],
  ])("are %s", ([, given, expected]) => {
    expect(offered(given)).toEqual(expected);
  });

  it("are all that are known where no policy says how many", () => {
    const all = offerAlternatives({
      registry,
      asOf: AS_OF,
      categories: ["parking"],
      refused: undefined,
      beside: new Set(),
      forScore: false,
      limits: undefined,
      language: "en",
    });
    expect(all).toHaveLength(5);
  });
});

const row = (cells: Readonly<Record<string, unknown>>, scopes: Readonly<Record<string, unknown>> = {}) => {
  const made = {
    key: "vendor:it",
    cell: (fact: string) => ({ value: cells[fact] ?? UNKNOWN, at: "", stated: true }),
    scope: (subject: string) => scopes[subject],
  };
  // Only what the choice of alternatives reads of a row.
  return made as unknown as Row;
};
const party = (roles: readonly string[]): Row => {
  const made: Row = row({ "party.roles": new Set(roles) });
  return { ...made, scope: (subject) => (subject === "party" ? made : undefined) };
};

describe("what is looked for in place of a party", () => {
  const device = (category: string, of: Row) => row({ "device.category": category }, { party: of });
  const sought = (roles: readonly string[], ...makes: readonly string[]) => {
    const it = party(roles);
    return categoriesSought(it, ["parking"], { rows: () => makes.map((category) => device(category, it)) });
  };

  it.for([
    ["a carrier is a carrier", ["carrier", "hop"], [], ["carrier"]],
    ["who lands a cable is a network", ["carrier", "cable_landing"], [], ["telecom_network"]],
    ["a cloud is a platform", ["cloud", "backup"], [], ["city_data_platform", "digital_service"]],
    ["a publisher is an app", ["app_publisher"], [], ["resident_app", "digital_service"]],
    ["a maker of cameras makes cameras", ["manufacturer", "brand"], ["camera", "camera"], ["camera"]],
    ["a maker of other things is what the system is", ["manufacturer"], ["camera", "drone"], ["parking"]],
    ["a maker of nothing here is what the system is", ["manufacturer"], [], ["parking"]],
    ["a maker that also carries is what the system is", ["manufacturer", "carrier"], ["camera"], ["parking"]],
  ] as const)("in place of %s", ([, roles, makes, categories]) => {
    expect(sought(roles, ...makes)).toEqual(categories);
  });

  it("is the device itself, where a finding is about one", () => {
    const it = party(["manufacturer", "cloud"]);
    const one = device("recorder", it);
    const placed = row({}, { party: it, device: one });
    expect(categoriesSought(placed, ["parking"], undefined)).toEqual(["recorder"]);
  });
});

describe("who stands in the same place", () => {
  it("is everyone in one of its roles", () => {
    const named = (key: string, ...roles: readonly string[]): Row => ({ ...party(roles), key });
    const all = [named("a", "carrier"), named("b", "hop", "cloud"), named("c", "cloud")];
    expect([...besideInRole(named("x", "carrier", "hop"), { rows: () => all })]).toEqual(["a", "b"]);
  });
});

describe("VEN-13, with the shipped policies", () => {
  it("asks for three, one of them from Israel or a partner country", () => {
    expect(limits).toMatchObject({ least: 3, fromPartners: 1 });
    expect(limits?.partners.has("IL")).toBe(true);
  });

  it("has no number before its parameters begin", () => {
    expect(alternativeLimits(bundle.policies, "2026-06-30")).toBeUndefined();
  });

  it("is asked of every rule that can refuse or hold up a company for who it is", () => {
    const about = /^(owner\.(legal_flags|trust_score)|party\.(trust_score|arrangement_until)|listing\.\w+)$/;
    const silent = bundle.policies.policies.flatMap(({ rules }) =>
      rules.filter(
        ({ written, clauses }) =>
          written.alternatives !== true &&
          clauses.some(
            (clause) =>
              Object.values(clause.effect).some((effect) => effect === "block" || effect === "approve") &&
              readsOfClause(clause, bundle.policies.definitions).some(({ fact }) => about.test(fact.name)),
          ),
      ),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("holds for every such finding of the example systems", () => {
    const { registry: shipped } = bundle;
    const offering = new Set(
      bundle.rulesOn(AS_OF).rules.flatMap(({ id, alternatives }) => (alternatives ? [id] : [])),
    );
    const idOf = new Map(shipped.entities().map(({ id, name }) => [name, id]));
    const submitted = submittedExamples().map(({ manifest }) => ({
      source: {
        file: manifest.file,
        bytes: new TextEncoder().encode(manifest.text),
        mode: "100644" as const,
      },
      loaded: { ok: true as const, document: manifest },
    }));
    const { findings } = evaluate(bundle, submitted, { asOf: AS_OF, language: "en" });
    // What is missing of the system as a whole is about no company.
    const refusals = findings.filter(
      ({ rule, effect, subject }) => offering.has(rule) && effect !== "note" && subject !== "",
    );
    const wrong = refusals.flatMap(({ rule, manifest, alternatives }) => {
      const [only] = alternatives;
      if (alternatives.length === 1 && only?.startsWith("none, because")) return [];
      const ids = alternatives.map((name) => idOf.get(name) ?? "");
      const unlisted = ids.every(
        (id) => shipped.entity(id) !== undefined && shipped.listings(id, AS_OF).length === 0,
      );
      const partnered = ids.some((id) => limits?.partners.has(shipped.entity(id)?.jurisdiction ?? ""));
      return ids.length > 0 && unlisted && partnered
        ? []
        : [`${rule} ${manifest}: ${alternatives.join(", ")}`];
    });
    expect(refusals.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});
