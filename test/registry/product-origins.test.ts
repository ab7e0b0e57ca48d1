import { describe, expect, it } from "vitest";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { matchesModel } from "../../src/registry/model-pattern.ts";
import { publishedRegistry, registryText } from "./registry-files.ts";

const registry = publishedRegistry();
const asOf = "2026-11-23";
const none = { model: undefined, maker: undefined, brand: undefined, sellers: [], asOf };

describe("a model pattern", () => {
  it.for([
    ["DS-2CD2xxx", "DS-2CD2143", true],
    ["DS-2CD2xxx", "DS-2CD2143G0-I", true],
    ["DS-2CD2xxx", "ds 2cd2143", true],
    ["DS-2CD2xxx", "DS-2CD2xxx", true],
    ["DS-2CD2143", "DS-2CD2xxx", true],
    ["DS-2CD2xxx", "DS-2CD3143", false],
    ["DS-2CD2xxx", "DS-2CD2ABC", false],
    ["DS-2CD2xxx", "DS-2CD2", false],
    ["CMIP", "CMIP3042", true],
    ["CMIP", "XCMIP3042", false],
  ] as const)("`%s` against `%s`: %s", ([pattern, model, matches]) => {
    expect(matchesModel(pattern, model)).toBe(matches);
  });
});

describe("where a product comes from", () => {
  it("finds Hikvision behind SafeView by the model, and the agent confirms it", () => {
    const query = {
      model: "DS-2CD2xxx",
      maker: "brand:safeview",
      brand: "SafeView",
      sellers: ["vendor:taldor", "vendor:hvi-security"],
      asOf,
    };
    expect(registry.productOrigins(query)).toMatchObject([
      {
        entity: "vendor:hikvision",
        path: [
          { en: "Hikvision manufactures_for SafeView (DS-2CD2xxx; low confidence)" },
          { en: "HVI Security Solutions agent_of Hikvision" },
        ],
        confidence: "high",
      },
    ]);
  });

  it.for([
    ["the maker unstated", undefined],
    ["a maker nobody knows", "Nobody Optics"],
    ["a mere brand as maker", "brand:annke"],
    ["the agent itself as maker", "vendor:hvi-security"],
  ] as const)("takes the agent's principal with %s", ([, maker]) => {
    const origins = registry.productOrigins({
      ...none,
      model: "NVR-1",
      maker,
      sellers: ["vendor:hvi-security"],
    });
    expect(origins.map(({ entity }) => entity)).toEqual(["vendor:hikvision"]);
  });

  it("never brands the agent's other lines, whose maker is stated", () => {
    const query = { ...none, model: "P3245", maker: "vendor:axis", sellers: ["vendor:hvi-security"] };
    expect(registry.productOrigins(query)).toEqual([]);
  });

  it.for([
    ["another model of the brand", { brand: "SafeView", model: "SV-900" }],
    ["a brand of many makers without recorded models", { brand: "Honeywell", model: "HED3PR3" }],
    ["a date before the relabelling", { brand: "SafeView", model: "DS-2CD2143", asOf: "2023-12-31" }],
  ] as const)("knows nothing for %s", ([, query]) => {
    expect(registry.productOrigins({ ...none, ...query })).toEqual([]);
  });

  it("counts every recorded model, at low confidence, where the model is blank", () => {
    expect(registry.productOrigins({ ...none, brand: "SafeView" })).toMatchObject([
      { entity: "vendor:hikvision", confidence: "low" },
    ]);
  });

  it("follows makers of makers to the first, and stops at a circle", () => {
    const { value } = registryText(`
entities:
  - { id: brand:one, legal_name: null, jurisdiction: null }
  - { id: vendor:two, legal_name: Two, jurisdiction: null }
  - { id: vendor:three, legal_name: Three, jurisdiction: null }
edges:
  - { from: vendor:two, to: brand:one, kind: manufactures_for, products: [AB], from_date: null, to_date: null, confidence: high, sources: [s] }
  - { from: vendor:three, to: vendor:two, kind: manufactures_for, products: [AB], from_date: null, to_date: null, confidence: medium, sources: [s] }
  - { from: vendor:two, to: vendor:three, kind: manufactures_for, products: [AB], from_date: null, to_date: null, confidence: low, sources: [s] }
sources:
  s: { title: S, kind: press, verified: true }
`);
    const origins = createRegistry([value]).productOrigins({ ...none, model: "AB12", brand: "brand:one" });
    expect(origins).toMatchObject([
      {
        entity: "vendor:three",
        path: [{ en: "Two manufactures_for brand:one (AB)" }, { en: "Three manufactures_for Two (AB)" }],
        confidence: "medium",
      },
    ]);
  });
});
