import { describe, expect, it } from "vitest";
import { checkPolicies } from "../../../src/rules/check-policies.ts";
import { examineSet } from "../../../src/rules/compare/examine-set.ts";
import { policyFrom } from "../policy-from.ts";
import { vocabulary } from "../test-vocabulary.ts";

function examine(rules: Readonly<Record<string, string>>) {
  const written = Object.entries(rules).map(
    ([id, lines]) =>
      `  - { id: ${id}, title: { en: Rule }, why: { en: Because }, severity: high, stages: [definition, decommissioning], ${lines} }`,
  );
  const { policies, problems } = checkPolicies([policyFrom(`rules:\n${written.join("\n")}`)], vocabulary);
  expect(problems.map(({ message }) => message)).toEqual([]);
  return examineSet({ policies }, "2026-11-23");
}

const NOTHING = { dead: [], shadowed: [], conflicting: [], undecided: [] };
const people = (more: string) => `effect: block, require: [{ fact: system.people, ${more} }]`;

describe("the examination of a set", () => {
  it("finds nothing where each rule does something of its own", () => {
    expect(
      examine({
        "TST-01": people("at_most: 100"),
        "TST-02": "effect: block, require: [{ fact: system.personal, is: false }]",
      }),
    ).toEqual(NOTHING);
  });

  it("finds a rule that never fails, because its exemption takes in all it applies to", () => {
    const lines =
      "effect: block, when: [{ fact: system.people, more_than: 100 }], unless: [{ fact: system.people, more_than: 50 }], require: [{ fact: system.personal, is: false }]";
    expect(examine({ "TST-01": lines })).toEqual({ ...NOTHING, dead: ["TST-01"] });
  });

  it("finds a rule that another does the work of, and not one that does more", () => {
    const [wide, narrow] = [people("at_most: 100"), people("at_most: 50")];
    expect(examine({ "TST-01": wide, "TST-02": narrow })).toEqual({ ...NOTHING, shadowed: ["TST-01"] });
    expect(examine({ "TST-01": wide, "TST-02": narrow.replace("block", "warn") })).toEqual(NOTHING);
  });

  it("finds a rule that can be met only where another blocks", () => {
    const found = examine({
      "TST-01":
        "effect: block, when: [{ fact: system.personal, is: true }], require: [{ fact: system.people, at_least: 100 }]",
      "TST-02":
        "effect: block, when: [{ fact: system.personal, is: true }], require: [{ fact: system.people, less_than: 50 }]",
    });
    expect(found).toEqual({ ...NOTHING, conflicting: ["TST-01", "TST-02"] });
  });

  it("weighs definitions, tables and rows of a party", () => {
    const lines = (share: number) =>
      `effect: { T1: warn, T2: warn, T3: block, T4: block }, subject: party, require: [{ fact: party.owned${share}, is: false }]`;
    const means = (share: number) =>
      `  party.owned${share}: { title: { en: Owned }, means: [{ some: { subject: owner, where: [{ fact: owner.control, at_least: ${share} }] } }] }`;
    const document = policyFrom(
      `definitions:\n${means(25)}\n${means(50)}\nrules:\n${[25, 50]
        .map(
          (share) =>
            `  - { id: TST-${share}, title: { en: Rule }, why: { en: Because }, severity: high, stages: [definition, decommissioning], ${lines(share)} }`,
        )
        .join("\n")}`,
    );
    const { policies, problems } = checkPolicies([document], vocabulary);
    expect(problems.map(({ message }) => message)).toEqual([]);
    expect(examineSet({ policies }, "2026-11-23")).toEqual({ ...NOTHING, shadowed: ["TST-50"] });
  });
});
