import { describe, expect, it } from "vitest";
import { createBench } from "../../src/change/mutants/create-bench.ts";
import { mutantsOfRule } from "../../src/change/mutants/mutants-of-rule.ts";
import { nearValues } from "../../src/change/mutants/near-values.ts";
import { textOfRule } from "../../src/change/mutants/text-of-rule.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { indexVocabulary } from "../../src/rules/vocabulary.ts";
import { ruleFrom } from "../rules/policy-from.ts";
import { vocabulary } from "../rules/test-vocabulary.ts";

/** The mutants of a rule, each as where it was changed and what was changed; effect and stages left out. */
function mutantsOf(lines: string, rest = ""): readonly string[] {
  const { value } = ruleFrom(`effect: note\nstages: [operation]\n${lines}`, rest);
  return mutantsOfRule(value, 0, indexVocabulary(vocabulary)).map(
    ({ pointer, change }) => `${pointer.replace("/rules/0/", "")}: ${change}`,
  );
}

describe("a condition is changed into its near misses", () => {
  it.for<[string, string, readonly string[]]>([
    [
      "a size loses its limit",
      "{ fact: system.people, at_most: 5 }",
      ["`at_most` became `less_than`", "`5` became `4`", "`5` became `6`"],
    ],
    [
      "a size gains its limit",
      "{ fact: system.people, more_than: 5 }",
      ["`more_than` became `at_least`", "`5` became `4`", "`5` became `6`"],
    ],
    ["a yes is a no", "{ fact: system.personal, is: true }", ["`true` became `false`"]],
    ["a value is every other", "{ fact: system.kind, is: gate }", ["`is` became `is_not`"]],
    [
      "a list is what is not on it, is shorter, is longer",
      "{ fact: system.kind, one_of: [camera, gate] }",
      [
        "`one_of` became `none_of`",
        "`camera` taken off the list",
        "`gate` taken off the list",
        "`lamp` added to the list",
      ],
    ],
    [
      "a rank moves by one",
      "{ fact: system.level, at_least: middle }",
      ["`at_least` became `more_than`", "`middle` became `low`", "`middle` became `high`"],
    ],
    [
      "a day is the one before or after",
      "{ fact: system.tested_on, before: 2026-07-01 }",
      [
        "`before` became `on_or_before`",
        "`2026-07-01` became `2026-06-30`",
        "`2026-07-01` became `2026-07-02`",
      ],
    ],
    [
      "a window is shorter and longer",
      "{ fact: system.tested_on, in_last: P12M }",
      ["`P12M` became `P11M27D`", "`P12M` became `P12M1D`"],
    ],
    [
      "a moved date moves a day more and a day less",
      "{ fact: system.tested_on, after: { fact: system.signed_on, plus: P30D } }",
      ["`after` became `on_or_after`", "`P30D` became `P29D`", "`P30D` became `P31D`"],
    ],
    [
      "a set holds none, or nothing else",
      "{ fact: system.tags, contains: a }",
      ["`contains` became `contains_none`", "`contains` became `contains_only`"],
    ],
    [
      "one of several is all of them",
      "{ fact: system.tags, contains_any: [a, b] }",
      [
        "`contains_any` became `contains_all`",
        "`contains_any` became `contains_none`",
        "`a` taken off the list",
        "`b` taken off the list",
        "`c` added to the list",
      ],
    ],
    ["a value may be `none`", "{ fact: system.note, present: true }", ["`present` became `stated`"]],
    ["and may not", "{ fact: system.note, stated: true }", ["`stated` became `present`"]],
  ])("%s", ([, condition, changes]) => {
    expect(mutantsOf(`require: [${condition}]`).map((text) => text.replace(/^.*?: /, ""))).toEqual(changes);
  });

  it("an alternative of `any` is dropped, and every alternative changed", () => {
    const lines =
      "require: [{ any: [{ fact: system.personal, is: true }, { fact: system.kind, is: gate }] }]";
    expect(mutantsOf(lines)).toEqual([
      "require/0/any/0: alternative dropped",
      "require/0/any/1: alternative dropped",
      "require/0/any/0/is: `true` became `false`",
      "require/0/any/1: `is` became `is_not`",
    ]);
  });
});

describe("beside its conditions, a rule", () => {
  it("loses each of several conditions, and `when` and `unless` whole", () => {
    const lines = `
when: [{ fact: system.personal, is: true }]
unless: [{ fact: system.personal, is: true }]
require: [{ fact: system.personal, is: true }, { fact: system.note, present: true }]`;
    expect(mutantsOf(lines).filter((text) => text.endsWith("dropped"))).toEqual([
      "when: `when` dropped",
      "unless: `unless` dropped",
      "require/0: condition dropped",
      "require/1: condition dropped",
    ]);
  });

  it("weighs one step less, at each tier by itself", () => {
    const { value } = ruleFrom(`
effect: { T1: note, T2: warn, T3: approve, T4: block }
stages: [operation]
require: [{ fact: system.note, present: true }]`);
    const changes = mutantsOfRule(value, 0, indexVocabulary(vocabulary)).map(({ change }) => change);
    expect(changes).toEqual([
      "`present` became `stated`",
      "effect `warn` at T2 became `note`",
      "effect `approve` at T3 became `warn`",
      "effect `block` at T4 became `approve`",
    ]);
  });

  it("begins a stage later and ends a stage earlier", () => {
    const { value } = ruleFrom(`
effect: note
stages: [definition, operation]
require: [{ fact: system.note, present: true }]`);
    const changed = mutantsOfRule(value, 0, indexVocabulary(vocabulary)).slice(1);
    expect(changed.map(({ written }) => written.stages)).toEqual([
      ["procurement", "operation"],
      ["definition", "deployment"],
    ]);
  });

  it("is due at once, a day earlier, a day later", () => {
    const lines =
      "due: { fact: system.signed_on, plus: P60D }\nrequire: [{ fact: system.note, present: true }]";
    expect(mutantsOf(lines).slice(1)).toEqual([
      "due: `due` dropped",
      "due/plus: `P60D` became `P59D`",
      "due/plus: `P60D` became `P61D`",
    ]);
  });

  it("is changed in its clauses too", () => {
    const lines = "clauses: [{ id: a, effect: warn, require: [{ fact: system.note, present: true }] }]";
    expect(mutantsOf(lines)).toEqual([
      "clauses/0/require/0: `present` became `stated`",
      "clauses/0/effect: effect `warn` became `note`",
    ]);
  });

  it("compares with parameters that move on each date and in each row", () => {
    const rest = `
parameters:
  unused: { type: integer, title: { en: Unused }, values: [{ from: 2026-07-01, value: 1, basis: { source: proposal } }] }
  limit:
    type: duration
    title: { en: Limit }
    by: retention.sites
    values:
      - { from: 2026-07-01, value: { ordinary: P30D, sensitive: P14D }, basis: { source: proposal } }
      - { from: 2027-07-01, value: { ordinary: PT0S, sensitive: PT0S }, basis: { source: proposal } }`;
    const lines = "subject: retention\nrequire: [{ fact: retention.period, at_most: { parameter: limit } }]";
    expect(mutantsOf(lines, rest).slice(1)).toEqual([
      "/parameters/limit/values/0/value/ordinary: `P30D` became `P29D`",
      "/parameters/limit/values/0/value/ordinary: `P30D` became `P31D`",
      "/parameters/limit/values/0/value/sensitive: `P14D` became `P13D`",
      "/parameters/limit/values/0/value/sensitive: `P14D` became `P15D`",
      "/parameters/limit/values/1/value/ordinary: `PT0S` became `PT1S`",
      "/parameters/limit/values/1/value/sensitive: `PT0S` became `PT1S`",
    ]);
  });

  it("has no mutants where the program keeps it", () => {
    const { value } = ruleFrom("kept_by: engine\ntest: test/some.test.ts");
    expect(mutantsOfRule(value, 0, indexVocabulary(vocabulary))).toEqual([]);
  });
});

describe("the least change of a limit", () => {
  it.for([
    ["number", 50, [49, 51]],
    ["number", 0.05, [0.04, 0.06]],
    ["duration", "P6M", ["P5M", "P7M"]],
    ["duration", "PT72H", ["PT71H", "PT73H"]],
    ["duration", "P1Y6M", ["P1Y5M", "P1Y7M"]],
    ["text", "any", []],
  ] as const)("of %s %s is %s", ([type, value, near]) => {
    expect(nearValues(value, { type, values: [] }, "size")).toEqual(near);
  });

  it.for([
    ["P2W", ["P13D", "P15D"]],
    ["P1Y", ["P11M27D", "P1Y1D"]],
    ["P6M90D", ["P6M89D", "P6M91D"]],
    ["P0D", ["P1D"]],
  ] as const)("along the calendar of %s is %s", ([value, near]) => {
    expect(nearValues(value, { type: "duration", values: [] }, "calendar")).toEqual(near);
  });
});

describe("a mutant that is no other rule", () => {
  const document = ruleFrom(`
stages: [operation]
when: [{ fact: system.kind, is: gate }]
require: [{ fact: system.people, at_most: 0 }, { fact: retention.sites, present: true }]
subject: retention`);
  const { policies } = checkPolicies([document], vocabulary);
  const bench = createBench(policies, [document], vocabulary, "test-policy");
  const [rule] = policies.policies[0]?.rules ?? [];
  const mutants = mutantsOfRule(document.value, 0, policies.vocabulary);

  it("is refused by the checker, with its reason", () => {
    const written = {
      ...document.value.rules[0],
      require: [{ fact: "system.people", at_most: 1, at_least: 0 }],
    };
    const mutant = {
      rule: "TST-01",
      pointer: "",
      change: "",
      written: written as never,
      parameter: undefined,
    };
    expect(bench.check(mutant)).toEqual({
      ok: false,
      refusal: "a fact is compared by one operator; found `at_most` and `at_least`",
    });
  });

  it("or says what the rule says", () => {
    const same = mutants.filter((mutant) => {
      const checked = bench.check(mutant);
      return checked.ok && rule !== undefined && textOfRule(checked.rule) === textOfRule(rule);
    });
    // The sites covered are never `none`, so that what is stated is present.
    expect(same.map(({ change }) => change)).toEqual(["`present` became `stated`"]);
  });
});
