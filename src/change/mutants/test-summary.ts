import type { BoundaryPoint } from "../../rules/compare/boundary-points.ts";
import { wrongPoints } from "../coverage/boundary-tests.ts";
import { isCovered } from "../coverage/coverage-of-rule.ts";
import type { PolicyTest } from "./test-policies.ts";

/** The figures of a test run. */
export interface TestSummary {
  /** All rules, those the program keeps included. */
  readonly rules: number;
  /** Those of tiers included. */
  readonly examples: number;
  /** Examples that do not come out as they say, or name no rule. */
  readonly wrong: number;
  /** Mutants of rules, of definitions and of the ladder. */
  readonly killed: number;
  readonly equivalent: number;
  readonly survived: number;
  /** Cases just under, at and just over a limit, run through the compiled rules. */
  readonly boundary: Readonly<Record<"under" | "at" | "over" | "wrong", number>>;
  readonly conditions: number;
  /** Conditions seen to hold and seen not to hold. */
  readonly covered: number;
  /** All examples and boundary tests hold, and of active policies no mutant survives and every condition is covered. */
  readonly clean: boolean;
}

/** Adds up what tests of policies found. */
export function summaryOf(tests: readonly PolicyTest[]): TestSummary {
  const rules = tests.flatMap((test) => test.rules);
  const activeTests = tests.filter(({ document }) => document.value.status === "active");
  const active = activeTests.flatMap((test) => test.rules);
  const tiers = tests.flatMap((test) => test.tiers);
  const strays = tests.flatMap((test) => test.strays).length;
  const examples = rules.flatMap((rule) => rule.examples);
  const wrong = [...examples, ...tiers].filter((example) => example.wrong !== undefined).length + strays;
  const conditions = rules.flatMap((rule) => rule.conditions);
  const boundaries = rules.flatMap((rule) => rule.boundaries);
  const points = boundaries.flatMap((test) => test.points);
  const at = (side: BoundaryPoint["side"]) => points.filter(({ point }) => point.side === side).length;
  const boundary = {
    under: at("under"),
    at: at("at"),
    over: at("over"),
    wrong: wrongPoints(boundaries).length,
  };
  return {
    rules: tests.reduce((sum, { document }) => sum + document.value.rules.length, 0),
    examples: examples.length + tiers.length + strays,
    wrong,
    killed: count(tests, "killed"),
    equivalent: count(tests, "equivalent"),
    survived: count(tests, "survived"),
    boundary,
    conditions: conditions.length,
    covered: conditions.filter(isCovered).length,
    clean:
      wrong === 0 &&
      boundary.wrong === 0 &&
      count(activeTests, "survived") === 0 &&
      active.every((rule) => rule.conditions.every(isCovered)),
  };
}

function count(tests: readonly PolicyTest[], kind: "killed" | "equivalent" | "survived"): number {
  const fates = tests.flatMap(({ rules, meanings }) => [
    ...rules.flatMap(({ mutants }) => mutants),
    ...meanings,
  ]);
  return fates.filter(({ fate }) => fate.kind === kind).length;
}
