import { describe, expect, it } from "vitest";
import { policy as isPolicy, vocabulary as isVocabulary } from "../../src/parse/generated/validators.js";
import { policyFrom } from "./policy-from.ts";
import { vocabulary } from "./test-vocabulary.ts";

/** Every block and key of the policy format. */
const FULL = `# the example of docs/rules.md
summary: { en: How long data is kept, reviewed_by: A. Translator }
pack: null
sources:
  edpb-3-2019: { title: Guidelines 3/2019, kind: foreign, url: "https://example.org/x", verified: true, retrieved: 2026-11-01 }
definitions:
  retention.long:
    title: { en: Long, he: ארוך, ar: طويل }
    means: [{ fact: retention.period, more_than: { parameter: justify_above } }]
parameters:
  justify_above:
    type: duration
    title: { en: Time that needs no reason }
    values: [{ from: 2026-07-01, value: PT72H, basis: { source: edpb-3-2019, provision: para. 121, verified: false } }]
tiers:
  T4: { title: { en: Highest }, means: [{ fact: system.level, is: high }] }
  T3: { means: [{ fact: system.level, is: middle }] }
  T2: { means: [{ fact: system.level, is: low }] }
rules:
  - id: RET-01
    title: { en: Raw video is deleted quickly }
    why: { en: Harm grows with time }
    help: { en: Shorten it }
    severity: high
    effect: { T1: note, T2: warn, T3: block, T4: block }
    stages: [definition, operation]
    effective: 2026-07-01
    until: 2030-01-01
    subject: retention
    when: [{ fact: retention.data, is: video }]
    unless: []
    require: [{ any: [{ fact: retention.long, is: false }, { fact: retention.case, present: true }] }]
    fix: { set: retention.period, to: P14D }
    transition: { deployed_before: 2026-07-01, until: 2027-07-01, lost_when: [supplier, purpose] }
    waivable: true
    alternatives: false
    basis: [{ source: edpb-3-2019, provision: para. 121 }]
  - id: VEN-13
    title: { en: Alternatives are offered }
    why: { en: A refusal without a way out helps nobody }
    severity: medium
    effect: note
    kept_by: engine
    test: test/engine/alternatives.test.ts`;

describe("the schema of a policy", () => {
  it("takes every block and key of the format", () => {
    expect(isPolicy(policyFrom(FULL).value)).toBe(true);
  });

  it.for([
    ["a key that does not exist", "pack: null", "pack: null\ncolour: red"],
    ["a key of a rule that does not exist", "waivable: true", "waiveable: true"],
    ["an operator that does not exist", "more_than:", "greater_than:"],
    ["`present: false`", "present: true", "present: false"],
    ["a version that is not semantic", "pack: null", "pack: null\nversion: 1.2"],
    ["a rule id of another shape", "id: RET-01", "id: ret01"],
    ["an effect that does not exist", "T4: block", "T4: deny"],
    ["a table of effects with a tier left out", "T1: note, ", ""],
    ["a stage that does not exist", "[definition, operation]", "[strategy, operation]"],
    ["a link that is not https", "https://example.org", "http://example.org"],
    ["a text without English", "{ en: Harm grows with time }", "{ he: נזק }"],
    [
      "a value without a basis",
      ", basis: { source: edpb-3-2019, provision: para. 121, verified: false }",
      "",
    ],
    ["an alternative alone", "{ fact: retention.long, is: false }, ", ""],
    ["a ladder with a step left out", "  T2: { means: [{ fact: system.level, is: low }] }\n", ""],
    ["`reads_country: false`", "waivable: true", "reads_country: false"],
  ] as const)("refuses %s", ([, from, to]) => {
    expect(FULL).toContain(from);
    expect(() => policyFrom(FULL.replace(from, to))).toThrow();
  });
});

describe("the schema of the vocabulary", () => {
  const change = (name: string, more: object) => ({
    ...vocabulary,
    facts: { ...vocabulary.facts, [name]: { ...vocabulary.facts[name], ...more } },
  });

  it("takes facts of every type", () => {
    expect(isVocabulary(vocabulary)).toBe(true);
  });

  it.for([
    ["a boolean that does not say what yes means", "system.personal", { yes: undefined }],
    ["yes and no of a number", "system.people", { yes: { en: "a", he: "a", ar: "a" } }],
    ["an enum without values", "system.kind", { values: undefined }],
    ["values of a date", "system.tested_on", { values: ["a"] }],
    ["a derived fact without a place", "system.people", { from: "derived", means: "x" }],
    ["a tag that does not exist", "system.people", { tags: ["supplier"] }],
    ["a label in two languages", "system.people", { label: { en: "a", he: "a" } }],
  ] as const)("refuses %s", ([, name, more]) => {
    // `undefined` stands for a key left out, as in the file.
    expect(isVocabulary(JSON.parse(JSON.stringify(change(name, more))))).toBe(false);
  });
});
