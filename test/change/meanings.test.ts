import { describe, expect, it } from "vitest";
import { meaningChanger } from "../../src/change/mutants/change-meaning.ts";
import { mutantsOfMeanings } from "../../src/change/mutants/mutants-of-meanings.ts";
import { tryMeanings } from "../../src/change/mutants/try-meanings.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { ruleFrom } from "../rules/policy-from.ts";
import { vocabulary } from "../rules/test-vocabulary.ts";

/** What becomes of every mutant where no example looks: each as name and change, with its fate. */
function fatesOf(rule: string, rest: string): Readonly<Record<string, string>> {
  const document = ruleFrom(rule, rest);
  const { policies, problems } = checkPolicies([document], vocabulary);
  expect(problems).toEqual([]);
  const tried = tryMeanings(mutantsOfMeanings(document.value, policies.vocabulary), {
    policies,
    change: meaningChanger(policies, [document], vocabulary, document.value.id),
    tiers: [],
    examplesOf: () => [],
  });
  return Object.fromEntries(
    tried.map(({ mutant: { of, change }, fate }) => [
      `${of.name}: ${change}`,
      fate.kind === "equivalent" ? `equivalent, ${fate.reason}` : fate.kind,
    ]),
  );
}

const WATCHES = `
definitions:
  system.watches:
    title: { en: Watches }
    means:
      - { fact: system.kind, one_of: [camera, gate] }
      - { fact: system.kind, is_not: lamp }
`;

describe("a mutant of a definition that no example notices", () => {
  it("is equivalent only where every rule that reads it is proved to come out the same", () => {
    const fates = fatesOf("require: [{ fact: system.watches, is: true }]", WATCHES);
    expect(fates).toMatchObject({
      "system.watches: `gate` taken off the list": "survived",
      "system.watches: `is_not` became `is`": expect.not.stringMatching(/^killed/),
      "system.watches: condition dropped": "equivalent, every case comes out the same",
    });
  });

  it("is equivalent where nothing reads it", () => {
    const fates = fatesOf("require: [{ fact: system.personal, is: true }]", WATCHES);
    expect(new Set(Object.values(fates).map((fate) => fate.split(",")[0]))).toEqual(new Set(["equivalent"]));
  });
});

it("a step of the ladder that no example notices survives", () => {
  const ladder = `
tiers:
  T4: { means: [{ fact: system.kind, is: camera }] }
  T3: { means: [{ fact: system.kind, is: gate }] }
  T2: { means: [{ fact: system.kind, is: lamp }] }
`;
  expect(fatesOf("require: [{ fact: system.personal, is: true }]", ladder)).toEqual({
    "T4: `is` became `is_not`": "survived",
    "T3: `is` became `is_not`": "survived",
    "T2: `is` became `is_not`": "survived",
  });
});
