import { isCovered } from "../change/coverage/coverage-of-rule.ts";
import type { PolicyTest } from "../change/mutants/test-policies.ts";
import type { TestSummary } from "../change/mutants/test-summary.ts";

/** A test run as JSON: the figures, then each rule with its examples, mutants and conditions, places in the policy file. */
export function testJson(tests: readonly PolicyTest[], summary: TestSummary): string {
  const policies = tests.map(({ document, strays, rules, tiers, meanings }) => {
    const place = (pointer: string) => {
      const { file, line, column } = document.locate(pointer);
      return { file, line, column };
    };
    return {
      id: document.value.id,
      status: document.value.status,
      strays: strays.map(({ line, rule }) => ({ line, rule })),
      tiers: tiers.map(({ example: { line, tier }, wrong }) => ({
        line,
        tier: tier ?? null,
        wrong: wrong ?? null,
      })),
      meanings: meanings.map(({ mutant, fate }) => ({
        ...place(mutant.pointer),
        [mutant.of.kind]: mutant.of.name,
        change: mutant.change,
        fate: fate.kind,
        killed_by: fate.kind === "killed" ? fate.by : null,
        reason: fate.kind === "equivalent" ? fate.reason : null,
      })),
      rules: rules.map(({ rule, examples, mutants, conditions, boundaries }) => ({
        id: rule.id,
        examples: examples.map(({ example: { line, expected, effect, asOf, of }, wrong }) => ({
          line,
          expected,
          effect: effect ?? null,
          as_of: asOf ?? null,
          of,
          wrong: wrong ?? null,
        })),
        mutants: mutants.map(({ mutant, fate }) => ({
          ...place(mutant.pointer),
          change: mutant.change,
          fate: fate.kind,
          killed_by: fate.kind === "killed" ? fate.by.example.line : null,
          reason: fate.kind === "equivalent" ? fate.reason : null,
        })),
        conditions: conditions.map((condition) => ({
          ...place(condition.pointer),
          list: condition.list,
          seen: condition.seen,
          covered: isCovered(condition),
        })),
        boundaries: boundaries.map(({ asOf, limit, points }) => ({
          as_of: asOf,
          fact: limit.fact.name,
          operator: limit.operator,
          row: Object.fromEntries([...limit.row].map(([key, row]) => [key.name, row])),
          through: limit.through,
          points: points.map(({ point: { side, expected }, outcome }) => ({ side, expected, outcome })),
        })),
      })),
    };
  });
  return `${JSON.stringify({ schema: "bylaw/test/v1", summary, policies }, null, 2)}\n`;
}
