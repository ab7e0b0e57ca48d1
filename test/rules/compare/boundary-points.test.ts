import { describe, expect, it } from "vitest";
import { boundaryPoints } from "../../../src/rules/compare/boundary-points.ts";
import { rowFrom } from "../../../src/rules/compare/row-from.ts";
import { compileRules } from "../../../src/rules/compile-rules.ts";
import { allPolicies } from "./all-policies.ts";

const AS_OF = "2026-11-23";
const policies = allPolicies();
const compiled = compileRules(policies, { asOf: AS_OF });
const rules = policies.policies.flatMap((policy) => policy.rules);

describe("the points around each limit of the policies", () => {
  it.for(rules.map((rule) => [rule.id, rule] as const))("of %s come out as expected", ([id, rule]) => {
    for (const [index, clause] of rule.clauses.entries()) {
      const engine = compiled.rules.find((one) => one.id === id)?.clauses[index];
      for (const { fact, points } of boundaryPoints(clause, { policies, asOf: AS_OF })) {
        for (const { side, assignment, expected } of points)
          expect([fact.name, side, engine?.outcome(rowFrom(assignment))]).toEqual([
            fact.name,
            side,
            expected,
          ]);
        // Some fail and some do not: the outcome turns on the limit.
        if (points.length > 0)
          expect(new Set(points.map(({ expected }) => expected === "fail")).size).toBe(2);
      }
    }
  });

  it("are at the limit, the next value below and the next above it, in each row of a table", () => {
    const [clause] = rules.find(({ id }) => id === "RET-01")?.clauses ?? [];
    if (clause === undefined) throw new Error("RET-01 is missing");
    const found = boundaryPoints(clause, { policies, asOf: AS_OF }).map(({ row, points }) => [
      [...row.values()].join(),
      ...points.map(({ side, value, expected }) => [side, value, expected]),
    ]);
    const days = (count: number) => expect.objectContaining({ months: 0, seconds: count * 86_400 });
    expect(found).toEqual([
      ["ordinary", ["under", days(29), "pass"], ["at", days(30), "pass"], ["over", days(31), "fail"]],
      ["sensitive", ["under", days(13), "pass"], ["at", days(14), "pass"], ["over", days(15), "fail"]],
      ["", ["under", days(2), "pass"], ["at", days(3), "pass"], ["over", days(4), "fail"]],
    ]);
  });

  it("are found for nearly every limit; the rest are rows of tables that `when` rules out, or decide nothing", () => {
    const limits = rules.flatMap(({ clauses }) =>
      clauses.flatMap((clause) => boundaryPoints(clause, { policies, asOf: AS_OF })),
    );
    const found = limits.filter(({ points }) => points.length > 0);
    expect(found.length).toBeGreaterThan(0.9 * limits.length);
    console.info(`boundary points: around ${found.length} of ${limits.length} limits`);
  });
});
