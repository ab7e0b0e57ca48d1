import { describe, expect, it } from "vitest";
import type { RegistryDocument } from "../../src/model/generated/registry.ts";
import type { Registry } from "../../src/model/registry.ts";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { AS_OF, shippedBundle } from "../load-repository.ts";
import { judge } from "./judging.ts";
import { pageManifests, type Shipped, submittedExamples } from "./shipped-manifests.ts";

const { bundle } = shippedBundle();
const documents = bundle.registryDocuments.map(({ value }) => value);
const countries = [
  ...new Set(
    documents.flatMap(({ entities }) => (entities ?? []).flatMap(({ jurisdiction }) => jurisdiction ?? [])),
  ),
].sort();
/** A code that ISO 3166-1 leaves to its users, so that it is no country's. */
const NOWHERE = "QZ";

/**
 * The registry in which every entity of one country is registered elsewhere. What is known of the law it
 * is under, its edges, its listings and its assessments go with it.
 */
function moved(country: string, to: string): Registry {
  return createRegistry(
    documents.map(
      (document): RegistryDocument => ({
        ...document,
        ...(document.entities && {
          entities: document.entities.map((entity) =>
            entity.jurisdiction === country ? { ...entity, jurisdiction: to } : entity,
          ),
        }),
        ...(document.jurisdictions && {
          jurisdictions: document.jurisdictions.flatMap((profile) =>
            profile.country === country ? [profile, { ...profile, country: to }] : [profile],
          ),
        }),
      }),
    ),
  );
}

/** What each rule says of a manifest: outcomes by subject, and the weight of what is found. */
function verdicts({ manifest, among, asOf }: Shipped, registry: Registry): ReadonlyMap<string, unknown> {
  const { outcomes, judged } = judge(manifest, { asOf, among, registry });
  const found = judged.map(
    ({ clause, row, breach, effect }) =>
      [`${clause.rule.id} ${clause.id} ${row.key} ${breach.at}`, [breach.outcome, effect]] as const,
  );
  return new Map<string, unknown>([...outcomes, ...found]);
}

function differing(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): readonly string[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys]
    .filter((key) => JSON.stringify(a.get(key)) !== JSON.stringify(b.get(key)))
    .map((key) => key.split(" ")[0] ?? key);
}

const rules = bundle.rulesOn(AS_OF).rules;
const readers = rules.filter(({ readsCountry }) => readsCountry).map(({ id }) => id);
const submitted = submittedExamples();
const pages = pageManifests(({ rule }) => /^(VEN|CLN|FOR|GFT)-/.test(rule));
/** The pages stand on one manifest, so that one country shows as much of them as all. */
const manifestsOf = (country: string) => (country === "CN" ? [...submitted, ...pages] : submitted);

describe("moving every company of a country elsewhere, its law, edges and listings with it", () => {
  it("is tried on the countries of the registry and on manifests that name their companies", () => {
    expect(countries).toContain("CN");
    expect(countries).toContain("US");
    expect(manifestsOf("CN").length).toBeGreaterThan(100);
    expect(readers.sort()).toEqual(["FOR-03", "VEN-09"]);
  });

  it.for(countries)("%s: changes only rules that say they read a country", (country) => {
    const registry = moved(country, NOWHERE);
    const changed = manifestsOf(country).flatMap((shipped) =>
      differing(verdicts(shipped, bundle.registry), verdicts(shipped, registry)),
    );
    expect([...new Set(changed)].filter((rule) => !readers.includes(rule))).toEqual([]);
  });

  it("and those do notice", () => {
    const registry = moved("CN", NOWHERE);
    const changed = manifestsOf("CN").flatMap((shipped) =>
      differing(verdicts(shipped, bundle.registry), verdicts(shipped, registry)),
    );
    expect(new Set(changed)).toContain("FOR-03");
  });
});
