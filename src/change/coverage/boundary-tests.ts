import { EXAMPLES_AS_OF } from "../../engine/judge-example.ts";
import type { CompiledRule, Outcome } from "../../model/rule.ts";
import type { CheckedPolicies, CheckedRule } from "../../rules/checked-policies.ts";
import { type Boundary, type BoundaryPoint, boundaryPoints } from "../../rules/compare/boundary-points.ts";
import { rowFrom } from "../../rules/compare/row-from.ts";
import { parametersOf } from "../../rules/parameters-of.ts";

/** One limit of a clause on a day, in one row of a table, with what the compiled clause says around it. */
export interface BoundaryTest {
  readonly asOf: string;
  readonly limit: Boundary;
  readonly points: readonly { readonly point: BoundaryPoint; readonly outcome: Outcome }[];
}

/**
 * Runs the compiled clauses of a rule just under, at and just over each of their limits, today and from
 * each day on which a limit changes. A limit on which no outcome turns alone has no points.
 */
export function boundaryTests(
  rule: CheckedRule,
  compiled: (asOf: string) => CompiledRule,
  policies: CheckedPolicies,
): readonly BoundaryTest[] {
  return daysOf(rule).flatMap((asOf) => {
    const { clauses } = compiled(asOf);
    return rule.clauses.flatMap((clause, index) =>
      boundaryPoints(clause, { policies, asOf }).map((limit): BoundaryTest => {
        const points = limit.points.map((point) => ({
          point,
          outcome: clauses[index]?.outcome(rowFrom(point.assignment)) ?? "unknown",
        }));
        return { asOf, limit, points };
      }),
    );
  });
}

/** The points at which the compiled clause says something else than its limit means. */
export function wrongPoints(tests: readonly BoundaryTest[]): readonly {
  readonly test: BoundaryTest;
  readonly point: BoundaryPoint;
  readonly outcome: Outcome;
}[] {
  return tests.flatMap((test) =>
    test.points
      .filter(({ point, outcome }) => outcome !== point.expected)
      .map(({ point, outcome }) => ({ test, point, outcome })),
  );
}

function daysOf(rule: CheckedRule): readonly string[] {
  const changes = parametersOf(rule).flatMap(({ values }) => values.map(({ from }) => from));
  return [...new Set([EXAMPLES_AS_OF, ...changes.filter((from) => from > EXAMPLES_AS_OF).sort()])];
}
