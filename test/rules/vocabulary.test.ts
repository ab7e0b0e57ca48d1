import { expect, it } from "vitest";
import { vocabulary as shipped } from "../../src/model/generated/vocabulary-value.ts";
import { indexVocabulary } from "../../src/rules/vocabulary.ts";
import { vocabulary } from "./test-vocabulary.ts";

it("shares values and labels between facts", () => {
  const { facts } = indexVocabulary(vocabulary);
  expect(facts.get("placement.tier")?.values).toEqual(["T1", "T2", "T3", "T4"]);
});

it("takes `none` out of the values and an empty list as the `none` of a set", () => {
  const { facts } = indexVocabulary(vocabulary);
  expect([
    facts.get("system.kind")?.values,
    facts.get("system.kind")?.none,
    facts.get("system.tags")?.none,
  ]).toEqual([["camera", "gate", "lamp"], true, true]);
});

it("knows what can be read at a subject, and whose tier counts there", () => {
  const { subjects } = indexVocabulary(vocabulary);
  const summary = ["placement", "party", "arrangement"].map((name) => {
    const subject = subjects.get(name);
    return [[...(subject?.scope ?? [])].sort(), subject?.tierFact, subject?.staged];
  });
  expect(summary).toEqual([
    [["party", "placement", "site", "system"], "placement.tier", true],
    [["party", "system"], "system.tier", true],
    [["arrangement"], undefined, false],
  ]);
});

it.for([
  ["values of a fact that does not exist", { "system.odd": { type: "enum", of: "system.nothing" } }],
  ["a subject that does not exist", { "nothing.odd": { type: "date" } }],
] as const)("throws on %s, which is a mistake in the vocabulary itself", ([, more]) => {
  const label = { en: "odd", he: "odd", ar: "odd" };
  const facts = Object.entries(more).map(([name, fact]) => [name, { from: "test", label, ...fact }]);
  expect(() =>
    indexVocabulary({ ...vocabulary, facts: { ...vocabulary.facts, ...Object.fromEntries(facts) } }),
  ).toThrow(/^vocabulary: /);
});

it("of the project has a fact for every tier it promises", () => {
  const { facts, subjects } = indexVocabulary(shipped);
  for (const { tierFact, name } of subjects.values()) {
    expect([name, tierFact === undefined || facts.has(tierFact)]).toEqual([name, true]);
  }
});
