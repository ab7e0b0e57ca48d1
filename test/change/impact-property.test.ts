import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openImpactBase } from "../../src/change/impact/impact-base.ts";
import { impactOf } from "../../src/change/impact/impact-of.ts";
import { mutantsOfRule } from "../../src/change/mutants/mutants-of-rule.ts";
import type { Bundle } from "../../src/engine/bundle.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { PolicyDocument } from "../../src/model/generated/policy.ts";
import type { RegistryDocument } from "../../src/model/generated/registry.ts";
import type { Standing } from "../../src/model/impact.ts";
import { AS_OF } from "../load-repository.ts";
import { SOURCES, SUBMITTED, soundBundle, withPolicy, withRegistry } from "./change-world.ts";
import { fullFlips, standsOf } from "./full-flips.ts";

const before = soundBundle(SOURCES.filter(({ file }) => !file.includes("/overlays/")));
const submitted = SUBMITTED.filter((_, index) => index % 4 === 1);
const base = openImpactBase(before, submitted, { keepFacts: true });
const stands = standsOf(before, submitted, AS_OF);
const verdicts = verdictsIn(before);

/** Rules whose mutants are tried, each with every near miss of its conditions, limits, effects and stages. */
const MUTANTS = before.policyDocuments.flatMap(({ value }) =>
  value.rules.flatMap((_, index) =>
    mutantsOfRule(value, index, before.policies.vocabulary).map((mutant) => ({ value, index, mutant })),
  ),
);

describe("the impact of a small change is the difference of two full evaluations", () => {
  it("of a rule or a parameter", () => {
    let tried = 0;
    let flipped = 0;
    fc.assert(
      fc.property(fc.constantFrom(...MUTANTS), ({ value, index, mutant: { written, parameter } }) => {
        const rules = value.rules.map((rule, at) => (at === index ? written : rule));
        const parameters = parameter && { ...value.parameters, [parameter.name]: parameter.written };
        const changed: PolicyDocument = { ...value, rules, ...(parameters && { parameters }) };
        const after = withPolicy(before, changed);
        fc.pre(after !== undefined);
        if (after === undefined) return;
        flipped += expectSame(after);
        tried += 1;
      }),
      { numRuns: 25, seed: 20261123 },
    );
    expect(tried).toBe(25);
    expect(flipped).toBeGreaterThan(0);
  });

  it("of an edge, a listing, a legal profile or a name in the registry", () => {
    let flipped = 0;
    const files = before.registryDocuments.map(({ file, value }) => ({ file, value }));
    const change = fc.constantFrom(...files).chain(({ file, value }) => {
      const changes = registryChanges(value);
      return changes.length === 0
        ? fc.constant({ file, value })
        : fc.constantFrom(...changes).map((changed) => ({ file, value: changed }));
    });
    fc.assert(
      fc.property(change, ({ file, value }) => {
        flipped += expectSame(withRegistry(before, file, value));
      }),
      { numRuns: 12, seed: 20261123 },
    );
    expect(flipped).toBeGreaterThan(0);
  });
});

/** Holds the impact of a change against full evaluations, and says how much flips. */
function expectSame(after: Bundle): number {
  const [impact] = impactOf(base, after, { asOf: AS_OF, most: 0 }).dates;
  const said = (of: Standing) => (of.outcome === "pass" ? "pass" : `${of.outcome} ${of.effect} ${of.state}`);
  const flips = impact?.flips.map(
    (flip) => `${flip.rule} ${flip.manifest}: ${said(flip.before)} -> ${said(flip.after)}`,
  );
  const expected = fullFlips(stands, standsOf(after, submitted, AS_OF));
  expect([...(flips ?? [])].sort()).toEqual(expected);
  const changed = [...verdictsIn(after)].filter(([file, verdict]) => verdict !== verdicts.get(file));
  expect(impact?.verdicts.map(({ file, after: verdict }) => [file, verdict])).toEqual(changed);
  return expected.length;
}

function verdictsIn(bundle: Bundle): ReadonlyMap<string, string> {
  const options = { asOf: AS_OF, language: "en", fixes: false, judges: () => true } as const;
  const { manifests } = evaluate(bundle, submitted, options);
  return new Map(manifests.map(({ file, verdict }) => [file, verdict]));
}

/** Every registry file with one entry taken out, ended, or said otherwise. */
function registryChanges(value: RegistryDocument): readonly RegistryDocument[] {
  const { edges = [], listings = [], entities = [], jurisdictions = [], assessments = [] } = value;
  const without = <T>(list: readonly T[], index: number) => list.filter((_, at) => at !== index);
  const put = <T>(list: readonly T[], index: number, item: T) =>
    list.map((old, at) => (at === index ? item : old));
  return [
    ...edges.flatMap((edge, index) => [
      { ...value, edges: without(edges, index) },
      { ...value, edges: put(edges, index, { ...edge, to_date: "2026-01-01" }) },
      { ...value, edges: put(edges, index, { ...edge, percent: { min: 10, max: 10 } }) },
    ]),
    ...listings.flatMap((listing, index) => [
      { ...value, listings: without(listings, index) },
      { ...value, listings: put(listings, index, { ...listing, to: "2026-01-01" }) },
    ]),
    ...entities.flatMap((entity, index) => [
      { ...value, entities: put(entities, index, { ...entity, jurisdiction: "SE" }) },
      { ...value, entities: put(entities, index, { ...entity, names: [], legal_name: "Another name" }) },
    ]),
    ...jurisdictions.map((profile, index) => ({
      ...value,
      jurisdictions: put(jurisdictions, index, { ...profile, flags: [] }),
    })),
    ...assessments.map((_, index) => ({ ...value, assessments: without(assessments, index) })),
  ];
}
