import type { Assignment } from "../../model/comparison.ts";
import type { NestedSubject } from "../../model/row.ts";
import type { Outcome } from "../../model/rule.ts";
import type { FactValue } from "../../model/value.ts";
import type { CheckedClause } from "../checked-policies.ts";
import { aroundLimit, type Placed, type Side } from "./around-limit.ts";
import { assignmentOf, decide } from "./assignment.ts";
import { clauseOutcome, type LevelContext, sentence } from "./clause-level.ts";
import { type ClauseContext, clauseContext } from "./distinguish.ts";
import { type Limit, limitsIn } from "./limits.ts";
import { quantitiesOf, type Way } from "./quantities.ts";
import { findAbove } from "./search.ts";
import type { Term } from "./terms.ts";

/** A case whose outcome turns on one limit alone, and what the clause must say of it. */
export interface BoundaryPoint {
  readonly side: Side;
  readonly value: FactValue;
  readonly assignment: Assignment;
  readonly expected: Outcome;
}

/** A limit in a condition of a clause, in one row of a table, with the cases around it. */
export interface Boundary extends Limit {
  /** Empty where the outcome never turns on this limit alone. */
  readonly points: readonly BoundaryPoint[];
}

const OUTCOMES: readonly Outcome[] = ["not-applicable", "pass", "unknown", "fail"];
const BUDGET = 20_000;

/**
 * For each limit in the conditions of a clause, and each row of a table, cases at, just under and just over
 * it in which everything else lets the outcome turn on it: on one side the clause fails, on the other it
 * passes or does not apply. What is expected follows from the operator and the limit.
 */
export function boundaryPoints(clause: CheckedClause, context: ClauseContext): readonly Boundary[] {
  const levels = clauseContext(context);
  const judged = sentence(clause, levels);
  const outcome = clauseOutcome(clause, levels);
  const budget = context.budget ?? BUDGET;
  return limitsIn(clause, context.policies.definitions, context.asOf).map((limit) => ({
    ...limit,
    points: pointsAt(limit, { clause, levels, outcome, ...judged, budget }),
  }));
}

interface Judged {
  readonly clause: CheckedClause;
  readonly levels: LevelContext;
  readonly outcome: Term;
  readonly fails: Term;
  readonly isMet: Term;
  readonly budget: number;
}

function pointsAt(limit: Limit, judged: Judged): readonly BoundaryPoint[] {
  const { levels, budget } = judged;
  const { terms, atoms } = levels;
  const [fails, isMet] = [judged.fails, judged.isMet].map((term) => inOneRow(term, limit.nested, levels));
  if (fails === undefined || isMet === undefined) return [];
  const quantities = quantitiesOf([fails, isMet], terms, atoms);
  const none = terms.level(0);
  for (const placed of aroundLimit(limit, quantities, levels)) {
    for (const metWhereItHolds of [true, false]) {
      const goal = terms.all(
        placed.map(({ holds, bits, way }) =>
          terms.assign(holds === metWhereItHolds ? isMet : fails, bits, (atom) => way.truths.get(atom)),
        ),
      );
      const found = findAbove(terms.choose(goal, terms.level(1), none), none, quantities, terms, {
        left: budget,
      });
      if (found.kind === "found") return placed.map((one) => pointOf(one, limit, found.ways, judged));
    }
  }
  return [];
}

/** A term where exactly one row of a nested subject hangs on the party, so that its facts can be set like any. */
function inOneRow(term: Term, nested: NestedSubject | undefined, { terms, atoms }: LevelContext): Term {
  if (nested === undefined) return term;
  return terms.replace(term, atoms.bit(`${nested}[]`), (index) => {
    const atom = atoms.list[index];
    if (atom?.kind !== "some") throw new Error(`atom ${index} asks nothing about rows`);
    return atom.where;
  });
}

function pointOf(placed: Placed, limit: Limit, found: readonly Way[], judged: Judged): BoundaryPoint {
  const { clause, levels, outcome } = judged;
  const { terms, atoms } = levels;
  const ways = gathered([...found, placed.way], limit.nested);
  const expected = OUTCOMES[terms.bounds(decide(outcome, ways, terms, atoms)).high] ?? "unknown";
  return { side: placed.side, value: placed.value, assignment: assignmentOf(clause.subject, ways), expected };
}

/** The values of the one row in a row of its own. */
function gathered(ways: readonly Way[], nested: NestedSubject | undefined): readonly Way[] {
  if (nested === undefined) return ways;
  const values = ways.flatMap((way) => [...way.values]);
  const isOfRow = ([name]: readonly [string, FactValue]) => name.startsWith(`${nested}.`);
  return [
    ...ways.map((way) => ({ ...way, values: new Map([...way.values].filter((one) => !isOfRow(one))) })),
    {
      truths: new Map(),
      values: new Map(),
      nested: { subject: nested, rows: [new Map(values.filter(isOfRow))] },
    },
  ];
}
