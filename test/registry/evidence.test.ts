import { describe, expect, it } from "vitest";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { CRITERIA } from "../../src/registry/trust.ts";
import { publishedRegistry, registryText } from "./registry-files.ts";

const registry = publishedRegistry();
const today = "2026-11-23";

describe("legal profiles", () => {
  const flags = (country: string | undefined, asOf = today) =>
    registry.legalFlags(country, asOf)?.map(({ flag }) => flag);

  it("raises all four flags for China today, each with law and article", () => {
    expect(new Set(flags("CN"))).toEqual(
      new Set([
        "compelled_assistance",
        "secrecy_duty",
        "no_independent_review",
        "vulnerability_predisclosure",
      ]),
    );
    expect(registry.legalFlags("CN", today)?.[0]).toMatchObject({
      article: "art. 7",
      source: "cn-nil",
      verified: false,
    });
  });

  it.for([
    ["2017-05-31", []],
    ["2017-06-01", ["compelled_assistance"]],
    ["2021-08-31", ["compelled_assistance", "secrecy_duty", "no_independent_review", "compelled_assistance"]],
  ] as const)("raises on %s what was law on that day", ([asOf, expected]) => {
    expect(flags("CN", asOf)).toEqual(expected);
  });

  it("tells `looked for, none found` from `not looked into`", () => {
    expect([flags("IL"), flags("HK"), flags("XX"), flags(undefined)]).toEqual([
      [],
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("trust criteria", () => {
  it("sums the evidence and names what lacks it", () => {
    expect(registry.trust("vendor:bezeq", today)).toEqual({
      on: "2026-11-23",
      score: 12,
      missing: [
        "no_gift_led_selling",
        "vulnerability_disclosure",
        "source_transparency",
        "independent_certification",
        "data_locality",
      ],
    });
  });

  it("knows nothing of a company never assessed, or not yet", () => {
    expect([registry.trust("vendor:taldor", today), registry.trust("vendor:cisco", "2026-11-22")]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("reads score from evidence and not from origin: no company is trusted by default", () => {
    for (const { id } of registry.entities()) {
      const trust = registry.trust(id, today);
      if (trust) expect(trust.score).toBeLessThanOrEqual(2 * (CRITERIA.length - trust.missing.length));
    }
  });

  it("uses the newest assessment by the date and leaves out evidence dated later", () => {
    const { value } = registryText(`
entities: [{ id: vendor:a, legal_name: A, jurisdiction: null }]
assessments:
  - { entity: vendor:a, assessed_on: 2026-01-01, criteria: { published_accounts: { score: 2, source: s, date: 2026-01-01 }, data_locality: null } }
  - { entity: vendor:a, assessed_on: 2026-06-01, criteria: { published_accounts: { score: 1, source: s, date: 2026-09-01 } } }
sources: { s: { title: S, kind: press, verified: true } }
`);
    const scores = ["2025-12-31", "2026-03-01", "2026-07-01", "2026-09-01"].map(
      (asOf) => createRegistry([value]).trust("vendor:a", asOf)?.score,
    );
    expect(scores).toEqual([undefined, 2, 0, 1]);
  });
});

describe("carriers", () => {
  it("says clean only where a source names the carrier, on its date", () => {
    expect(registry.carrier("vendor:ntt", today)).toEqual({
      clean: true,
      source: "state-clean-telcos-2020-06",
    });
    expect([registry.carrier("vendor:ntt", "2020-06-23"), registry.carrier("vendor:bezeq", today)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe("alternatives", () => {
  it("offers at least three for cameras, one of them Israeli, the best evidence first", () => {
    const { entities } = registry.alternatives({ categories: ["video_surveillance"], asOf: today });
    expect(entities.length).toBeGreaterThanOrEqual(3);
    expect(entities.map((id) => registry.entity(id)?.jurisdiction)).toContain("IL");
    const scores = entities.map((id) => registry.trust(id, today)?.score ?? -1);
    expect(scores).toEqual([...scores].sort((left, right) => right - left));
  });

  it("offers companies before partners from research and government", () => {
    const { entities } = registry.alternatives({ categories: ["traffic_control"], asOf: today });
    expect(entities).toEqual([
      "vendor:axilion",
      "body:il-incd",
      "vendor:smart-city-centre-tel-aviv",
      "vendor:technion",
    ]);
  });

  it.for([
    [["drone"], "noPartner"],
    [[], "noCategory"],
  ] as const)("says why it has none for %s", ([categories, reason]) => {
    expect(registry.alternatives({ categories, asOf: today })).toEqual({ entities: [], reason });
  });

  it("leaves out the listed, those held by the listed, and the invented", () => {
    const { value } = registryText(`
entities:
  - { id: vendor:listed, legal_name: Listed, jurisdiction: null, partner: { kind: company, supplies: [parking], sources: [s] } }
  - { id: vendor:held, legal_name: Held, jurisdiction: null, partner: { kind: company, supplies: [parking], sources: [s] } }
  - { id: vendor:invented, legal_name: Invented, jurisdiction: null, fictional: true, partner: { kind: company, supplies: [parking], sources: [s] } }
edges:
  - { from: vendor:listed, to: vendor:held, kind: owns, percent: { min: 40, max: 60 }, from_date: null, to_date: null, confidence: low, sources: [s] }
lists: [{ id: xx-list, title: L, authority: A, retrieved_on: null, coverage: complete, includes_affiliates: true, sources: [s] }]
listings: [{ list: xx-list, entity: vendor:listed, from: null, to: null, source: s }]
sources: { s: { title: S, kind: press, verified: true } }
`);
    expect(createRegistry([value]).alternatives({ categories: ["parking"], asOf: today })).toEqual({
      entities: [],
      reason: "allListed",
    });
  });
});
