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
/** Systems on which many rules and much of the registry bear, one with a waiver, one with a standing approval, and one that passes. */
const SYSTEMS = /il-9901-cam-promenade|il-9903-|il-9904-|il-9915-|il-9922-|il-9919-|il-gov-cam-legacy/;
const submitted = SUBMITTED.filter(({ source }) => SYSTEMS.test(source.file));
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
      { numRuns: 12, seed: 20261123 },
    );
    expect(tried).toBe(12);
    expect(flipped).toBeGreaterThan(0);
  });

  it("of an edge, a listing, a legal profile or a name in the registry", () => {
    let flipped = 0;
    const changes = before.registryDocuments.flatMap(({ file, value }) =>
      registryChanges(value).map((changed) => ({ file, value: changed })),
    );
    const change = fc.constantFrom(...changes);
    fc.assert(
      fc.property(change, ({ file, value }) => {
        flipped += expectSame(withRegistry(before, file, value));
      }),
      { numRuns: 8, seed: 20261123 },
    );
    expect(flipped).toBeGreaterThan(0);
  });
});

/** Companies of these systems, and the law that reaches some of them. */
const ABOUT = /hikvision|hvi-security|huawei|alibaba|"country":"CN"/;

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
  return [
    ...changesOf(value, "edges", (edge) => [
      { ...edge, to_date: "2026-01-01" },
      { ...edge, percent: { min: 10, max: 10 } },
    ]),
    ...changesOf(value, "listings", (listing) => [{ ...listing, to: "2026-01-01" }]),
    ...changesOf(value, "entities", (entity) => [
      { ...entity, jurisdiction: "SE" },
      { ...entity, names: [], legal_name: "Another name" },
    ]),
    ...changesOf(value, "jurisdictions", (profile) => [{ ...profile, flags: [] }]),
    ...changesOf(value, "assessments", () => []),
  ];
}

/** A file without one of the entries of a table that are about the systems, and with each other form of it in its place. */
function changesOf<K extends "edges" | "listings" | "entities" | "jurisdictions" | "assessments">(
  value: RegistryDocument,
  table: K,
  others: (entry: NonNullable<RegistryDocument[K]>[number]) => readonly object[],
): readonly RegistryDocument[] {
  const entries = value[table] ?? [];
  return entries.flatMap((entry, index) => {
    if (!ABOUT.test(JSON.stringify(entry))) return [];
    const forms = [[], ...others(entry as never).map((form) => [form])];
    return forms.map((form) => ({
      ...value,
      [table]: [...entries.slice(0, index), ...form, ...entries.slice(index + 1)],
    }));
  });
}
