import fc from "fast-check";
import type { PolicyRule } from "../../../src/model/generated/policy.ts";

type Written = Readonly<Record<string, unknown>>;

const DAYS = ["2026-11-22", "2026-11-23", "2026-11-24"];
const PERIODS = ["P1D", "P2D", "P3D"];

/** Comparisons over few facts and fewer constants, so that every case can be tried. */
const LEAVES: readonly (readonly [string, readonly string[], readonly unknown[]])[] = [
  ["system.personal", ["is"], [true, false]],
  ["system.people", ["at_most", "at_least", "less_than", "more_than", "is", "is_not"], [1, 2, 3]],
  ["system.price", ["at_most", "at_least", "less_than", "more_than", "is", "is_not"], [1, 2]],
  ["system.kind", ["is", "is_not"], ["camera", "gate", "none"]],
  ["system.kind", ["one_of", "none_of"], [["camera", "gate"], ["gate"], ["none", "lamp"]]],
  ["system.level", ["at_most", "at_least", "less_than", "more_than", "is"], ["low", "middle", "high"]],
  ["system.tags", ["contains"], ["a", "b"]],
  [
    "system.tags",
    ["contains_any", "contains_all", "contains_none", "contains_only"],
    [["a"], ["a", "b"], ["b", "c"], ["a", "b", "c"]],
  ],
  ["system.note", ["is", "is_not"], ["x", "y", "none"]],
  ["system.tested_on", ["before", "after", "on_or_before", "on_or_after", "is"], DAYS],
  ["system.tested_on", ["in_last", "in_next"], ["P1D", "P2D"]],
  [
    "system.tested_on",
    ["before", "after", "on_or_before", "on_or_after", "is"],
    [
      { fact: "system.signed_on" },
      { fact: "system.signed_on", plus: "P1D" },
      { fact: "system.signed_on", minus: "P2D" },
      { fact: "today" },
      { fact: "today", minus: "P1D" },
    ],
  ],
  ["system.signed_on", ["before", "on_or_after"], DAYS],
  ["retention.period", ["at_most", "at_least", "less_than", "more_than", "is", "is_not"], PERIODS],
];

/** Two facts at most, so that a pair of rules is about few. */
const about = fc.subarray([...new Set(LEAVES.map(([fact]) => fact))], { minLength: 1, maxLength: 2 });

function leaf(facts: readonly string[], required: boolean): fc.Arbitrary<Written> {
  const options = LEAVES.filter(([fact]) => facts.includes(fact)).map(([fact, operators, operands]) =>
    fc
      .tuple(fc.constantFrom(...operators), fc.constantFrom(...operands))
      .map(([operator, operand]): Written => ({ fact, [operator]: operand })),
  );
  const written = fc
    .tuple(fc.constantFrom(...facts), fc.constantFrom("present", "stated"))
    .map(([fact, operator]): Written => ({ fact, [operator]: true }));
  return required ? fc.oneof(...options, written) : fc.oneof(...options);
}

function list(
  facts: readonly string[],
  required: boolean,
  minLength: number,
): fc.Arbitrary<readonly Written[]> {
  const one = leaf(facts, required);
  const any = fc.array(one, { minLength: 2, maxLength: 2 }).map((members): Written => ({ any: members }));
  return fc.array(fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: any }), {
    minLength,
    maxLength: 2,
  });
}

const effects = fc.constantFrom("note", "warn", "approve", "block");
const effect = fc.oneof(
  { weight: 6, arbitrary: effects },
  { weight: 1, arbitrary: fc.record({ T1: effects, T2: effects, T3: effects, T4: effects }) },
);
const STAGES = ["definition", "procurement", "deployment", "operation", "decommissioning"];
const stages = fc.oneof(
  { weight: 6, arbitrary: fc.constant(STAGES) },
  { weight: 1, arbitrary: fc.subarray(STAGES, { minLength: 1, maxLength: 2 }) },
);

function rule(facts: readonly string[]): fc.Arbitrary<Written> {
  return fc.record({
    when: list(facts, false, 0),
    unless: list(facts, false, 0),
    require: list(facts, true, 1),
    effect,
    stages,
  });
}

/** Pairs about the same facts, put together once. */
const pairs = new Map<string, fc.Arbitrary<readonly [PolicyRule, PolicyRule]>>();

/** Two versions of a rule: most differ in one part, a few in all. */
export const arbitraryPair = about.chain((facts) => {
  const known = pairs.get(facts.join()) ?? pairAbout(facts);
  pairs.set(facts.join(), known);
  return known;
});

/** The same about two dates. */
export const arbitraryDatePair = pairAbout(["system.tested_on", "system.signed_on"]);

function pairAbout(facts: readonly string[]): fc.Arbitrary<readonly [PolicyRule, PolicyRule]> {
  return fc
    .tuple(
      rule(facts),
      rule(facts),
      fc.constantFrom("when", "unless", "require", "require", "effect", "stages", "all"),
    )
    .map(([before, other, part]) => {
      const after = part === "all" ? other : { ...before, [part]: other[part] };
      return [complete(before), complete(after)] as const;
    });
}

/** A rule as a file would hold it. */
function complete(parts: Written): PolicyRule {
  const texts = { title: { en: "Rule" }, why: { en: "Because" } };
  // Put together to the shape of the schema.
  return {
    id: "TST-01",
    ...texts,
    severity: "high",
    subject: "retention",
    ...parts,
  } as unknown as PolicyRule;
}
