import { describe, expect, it } from "vitest";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { ruleFrom } from "../rules/policy-from.ts";

/** Facts of the shipped vocabulary that change when only a supplier's country does. */
const countryFacts = Object.entries(vocabulary.facts).flatMap(([name, { tags }]) =>
  tags?.includes("country") ? [name] : [],
);

const ABROAD = `definitions:
  party.abroad:
    title: { en: Held abroad }
    means:
      - some:
          subject: owner
          where:
            - { fact: owner.foreign, is: true }
`;

const CONTROLLED = `definitions:
  party.abroad:
    title: { en: Controlled from abroad }
    means:
      - some:
          subject: owner
          where:
            - { fact: owner.foreign, is: true }
            - { fact: owner.control, at_least: 50 }
`;

function problemsOf(rule: string, rest: string) {
  const policy = ruleFrom(rule, rest);
  return checkPolicies([policy], vocabulary).problems.map(({ location, message }) => ({
    at: `${location.file}:${location.line}:${location.column}`,
    message,
  }));
}

/** The file, line and column of the text in the policy made of these. */
function placeOf(rule: string, rest: string, text: string): string {
  const policy = ruleFrom(rule, rest);
  const line = policy.text.split("\n").findIndex((one) => one.includes(text));
  return `${policy.file}:${line + 1}:${(policy.text.split("\n")[line]?.indexOf(text) ?? -1) + 1}`;
}

describe("VEN-14, with the shipped vocabulary", () => {
  it("knows which facts depend on a supplier's country", () => {
    expect(countryFacts).toContain("owner.foreign");
  });

  it.for([
    ["nothing else", ""],
    ["nothing but the tier", "when: [{ fact: system.tier, at_least: T3 }]\n"],
    ["nothing but the date", "when: [{ fact: today, on_or_after: 2026-07-01 }]\n"],
  ] as const)("refuses, where it stands, a rule that reads a supplier's country and %s", ([, when]) => {
    const rule = `subject: party\neffect: warn\nreads_country: true\n${when}require: [{ fact: party.abroad, is: false }]`;
    expect(problemsOf(rule, ABROAD)).toEqual([
      {
        at: placeOf(rule, ABROAD, "{ fact: party.abroad"),
        message: "`owner.foreign` is all this reads: no rule rests on a supplier's country alone (VEN-14)",
      },
    ]);
  });

  it("refuses a clause that does, beside one that does not", () => {
    const rule = `subject: party
effect: warn
reads_country: true
clauses:
  - { id: a, require: [{ fact: party.resolution, is: resolved }] }
  - { id: b, require: [{ fact: party.abroad, is: false }] }`;
    expect(problemsOf(rule, ABROAD).map(({ message }) => message)).toEqual([
      expect.stringContaining("(VEN-14)"),
    ]);
  });

  it("accepts the country beside evidence of its own, where the rule says that it reads it", () => {
    const rule =
      "subject: party\neffect: warn\nreads_country: true\nrequire: [{ fact: party.abroad, is: false }]";
    expect(problemsOf(rule, CONTROLLED)).toEqual([]);
  });

  it("refuses it where the rule does not say so", () => {
    const rule = "subject: party\neffect: warn\nrequire: [{ fact: party.abroad, is: false }]";
    expect(problemsOf(rule, CONTROLLED).map(({ message }) => message)).toEqual([
      "`owner.foreign` depends on a supplier's country, and `TST-01` does not say so",
    ]);
  });

  it("refuses an effect above `warn` at T1 on what the registry says of a supplier", () => {
    const rule = "subject: party\neffect: approve\nrequire: [{ fact: party.trust_score, at_least: 12 }]";
    expect(problemsOf(rule, "")).toEqual([
      {
        at: placeOf(rule, "", "{ fact: party.trust_score"),
        message: "effect `approve` at T1 rests on `party.trust_score`, which is about the supplier (VEN-14)",
      },
    ]);
  });

  it("lets a rule read the country where data lies, which is no supplier's", () => {
    const rule = "subject: transfer\neffect: block\nrequire: [{ fact: transfer.country, one_of: [IL] }]";
    expect(problemsOf(rule, "")).toEqual([]);
  });
});
