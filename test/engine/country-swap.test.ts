import { describe, expect, it } from "vitest";
import type { RegistryDocument } from "../../src/model/generated/registry.ts";
import type { Registry } from "../../src/model/registry.ts";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { AS_OF, shippedBundle } from "../load-repository.ts";
import { judge, judgeSets, type Verdicts } from "./judging.ts";
import { pageSets, type Shipped, submittedExamples } from "./shipped-manifests.ts";

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

/** What each rule says: outcomes by subject, and the weight of what is found. */
function said({ outcomes, judged }: Verdicts): ReadonlyMap<string, string> {
  const found = judged.map(
    ({ clause, row, breach, effect }) =>
      [
        `${clause.rule.id} ${clause.id} ${row.key} ${breach.at}`,
        `${breach.outcome} ${breach.missing.join(" ")} ${effect}`,
      ] as const,
  );
  return new Map<string, string>([...outcomes, ...found]);
}

/** The rules that do not say the same. */
function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].filter((key) => a.get(key) !== b.get(key)).map((key) => key.split(" ")[0] ?? key);
}

interface Case {
  readonly judge: (registry: Registry) => ReadonlyMap<string, string>;
  /** What is said while every company is where it is. */
  readonly before: ReadonlyMap<string, string>;
}

function caseOf(judge: Case["judge"]): Case {
  return { judge, before: judge(bundle.registry) };
}

const submitted = submittedExamples();
const among = submitted[0]?.among;
if (among === undefined) throw new Error("there are no examples");
const manifestCase = ({ manifest, among, asOf }: Shipped): Case =>
  caseOf((registry) => said(judge(manifest, { asOf, among, registry })));
const setCase = ({ among, asOf, rule }: Pick<Shipped, "among" | "asOf" | "rule">): Case => {
  const rules = ({ id }: { readonly id: string }) => rule === undefined || id === rule;
  return caseOf((registry) => said(judgeSets(among, { asOf, registry, rules })));
};
const examples = [...submitted.map(manifestCase), setCase({ among, asOf: AS_OF })];
/** The pages stand on one manifest, so that one country shows as much of them as all. */
const pages = pageSets(({ rule }) => /^(VEN|CLN|FOR|GFT)-/.test(rule));
const pageCases = pages.flatMap((page) => [manifestCase(page), setCase(page)]);
const casesOf = (country: string) => (country === "CN" ? [...examples, ...pageCases] : examples);
const readers = bundle
  .rulesOn(AS_OF)
  .rules.filter(({ readsCountry }) => readsCountry)
  .map(({ id }) => id);

describe("moving every company of a country elsewhere, its law, edges and listings with it", () => {
  it("is tried on the countries of the registry and on manifests that name their companies", () => {
    expect(countries).toContain("CN");
    expect(countries).toContain("US");
    expect(casesOf("CN").length).toBeGreaterThan(400);
    expect(readers.sort()).toEqual(["FOR-03", "VEN-09"]);
  });

  it.for(countries)("%s: changes only rules that say they read a country", (country) => {
    const registry = moved(country, NOWHERE);
    const changed = new Set(
      casesOf(country).flatMap(({ judge, before }) => differing(before, judge(registry))),
    );
    expect([...changed].filter((rule) => !readers.includes(rule))).toEqual([]);
    // Where most of the companies are, those that do read it notice.
    if (country === "CN") expect(changed).toContain("FOR-03");
  });
});
