import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RegistryDocument } from "../../src/model/generated/registry.ts";
import { checkRegistry } from "../../src/registry/check-registry.ts";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { skeletonOf } from "../../src/registry/skeleton.ts";
import {
  loadRegistryFile,
  publishedRegistry,
  registryDocuments,
  registryFiles,
  registryText,
} from "./registry-files.ts";

describe("the published registry", () => {
  it.for(registryFiles)("%s loads by the contract, under 256 KiB", (file) => {
    const bytes = readFileSync(file);
    expect(bytes.length).toBeLessThan(256 * 1024);
    expect(loadRegistryFile(file, bytes).kind).toBe("VendorRegistry");
  });

  it("gives every id once and refers to nothing that is missing", () => {
    expect(checkRegistry(registryDocuments())).toEqual([]);
  });

  it("says so of every invented company, and keeps them in one file", () => {
    const invented = registryDocuments().flatMap(({ file, value }) =>
      (value.entities ?? []).filter(({ fictional }) => fictional).map(({ id }) => `${id} in ${file}`),
    );
    expect(invented).toContain("brand:safeview in policies/trusted-vendors/registry/fictional.yaml");
    expect(invented.every((line) => line.endsWith("/fictional.yaml"))).toBe(true);
  });

  it("lets no two companies have names that look alike", () => {
    const seen = new Map<string, string>();
    for (const { id, names } of publishedRegistry().entities()) {
      for (const name of names) {
        const { full } = skeletonOf(name);
        expect(seen.get(full) ?? id, `\`${name}\``).toBe(id);
        seen.set(full, id);
      }
    }
  });

  it("knows every company the article names", () => {
    const registry = publishedRegistry();
    const named =
      "Huawei, Megvii, Tencent, Hikvision, SenseTime, CEIEC, Alibaba, ZTE, Dahua, Meiya Pico, CETC, Kuang-Chi, HVI Security Solutions, Toga Networks, Alibaba Cloud, Microsoft, Ericsson, IBM, Siemens, Cisco, Taldor, Axilion";
    for (const name of named.split(", ")) expect(registry.resolve({ name }).kind, name).toBe("resolved");
  });

  it("holds the MAC prefixes that the register gives to the stated registrants", () => {
    const before = readFileSync("policies/trusted-vendors/registry/ouis.yaml", "utf8");
    const written = execFileSync("node", ["scripts/registry-ouis.js", "--print"], { encoding: "utf8" });
    expect(written).toBe(before);
  });
});

describe("the registry schema", () => {
  it.for([
    ["an unknown key", "entities: [{ id: vendor:a, legal_name: A, jurisdiction: null, trusted: true }]"],
    [
      "a listing of an entity and a category at once",
      "listings: [{ list: xx-l, entity: vendor:a, category: C, from: null, to: null, source: s }]",
    ],
    ["a listing of neither", "listings: [{ list: xx-l, from: null, to: null, source: s }]"],
    [
      "a brand-wide white label",
      "edges: [{ from: vendor:a, to: vendor:b, kind: manufactures_for, from_date: null, to_date: null, confidence: low, sources: [s] }]",
    ],
    [
      "a fact without a source",
      "edges: [{ from: vendor:a, to: vendor:b, kind: owns, from_date: null, to_date: null, confidence: low, sources: [] }]",
    ],
    [
      "a month that is none",
      'edges: [{ from: vendor:a, to: vendor:b, kind: owns, from_date: "2020-13", to_date: null, confidence: low, sources: [s] }]',
    ],
    [
      "an unquoted year, which is a number",
      "edges: [{ from: vendor:a, to: vendor:b, kind: owns, from_date: 2020, to_date: null, confidence: low, sources: [s] }]",
    ],
    [
      "a criterion scored 3",
      "assessments: [{ entity: vendor:a, assessed_on: 2026-01-01, criteria: { data_locality: { score: 3, source: s, date: 2026-01-01 } } }]",
    ],
  ] as const)("refuses %s", ([, tables]) => {
    expect(() => registryText(tables)).toThrow("test.yaml");
  });
});

describe("names over time", () => {
  const entity = (id: string, name: string) => ({ id, legal_name: name, jurisdiction: null });
  const edge = (from: string, to: string, kind: "renamed_from" | "merged_into") => ({
    from,
    to,
    kind,
    from_date: "2023",
    to_date: null,
    confidence: "high" as const,
    sources: ["s"] as [string],
  });
  const document: RegistryDocument = {
    apiVersion: "bylaw/v1",
    kind: "VendorRegistry",
    as_of: "2026-11-23",
    entities: [
      entity("vendor:old", "Old Name"),
      entity("vendor:new", "New Name"),
      entity("vendor:small", "Small"),
      entity("vendor:big", "Big"),
    ],
    edges: [
      edge("vendor:new", "vendor:old", "renamed_from"),
      edge("vendor:small", "vendor:big", "merged_into"),
    ],
  };
  const registry = createRegistry([document]);

  it("resolves the old name and the old id of a renamed company to the company", () => {
    expect(registry.resolve({ name: "Old Name" })).toMatchObject({ entity: "vendor:new" });
    expect(registry.resolve({ id: "vendor:old" })).toMatchObject({ entity: "vendor:new" });
  });

  it("puts the company merged into above the merged one from that year on", () => {
    const above = (asOf: string) => registry.holders("vendor:small", asOf).map(({ entity }) => entity);
    expect(above("2022-12-31")).toEqual(["vendor:small"]);
    expect(above("2023-01-01")).toEqual(["vendor:small", "vendor:big"]);
  });
});
