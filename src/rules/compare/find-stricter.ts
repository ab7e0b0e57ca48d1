import type { NestedSubject, SubjectName } from "../../model/row.ts";
import type { SharedContext } from "./clause-level.ts";
import type { Budget, Found } from "./search.ts";
import type { Solver } from "./solve.ts";
import { FALSE, type Term } from "./terms.ts";
import type { ClauseLevel } from "./version-levels.ts";

/** What searches over the rows of one subject share. */
export interface Part {
  readonly subject: SubjectName | NestedSubject;
  readonly shared: SharedContext;
  readonly budget: Budget;
  readonly solver: Solver;
}

/** The clauses of one side that the other does not have in the same form. */
export function differing(of: readonly ClauseLevel[], from: readonly ClauseLevel[]): readonly ClauseLevel[] {
  const known = new Set(from.map(({ level }) => level));
  return of.filter(({ level }) => !known.has(level));
}

/** Cases one search may look at. */
const MOST_CASES = 4_000;

/** Levels a clause can come out at, the strictest first. */
const LEVELS = [16, 14, 12, 10, 8, 6, 4, 2];

/** A case in which one of `high` does more than all of `low`, the strictest first. */
export function findStricter(
  high: readonly ClauseLevel[],
  low: readonly ClauseLevel[],
  may: (rule: string) => boolean,
  part: Part,
): Found {
  let open: Found | undefined;
  const raised = differing(high, low).filter(({ rule }) => may(rule));
  for (const least of LEVELS)
    for (const clause of raised) {
      // What a rule's own other version rules out, all rules together rule out as well.
      const own = low.filter(({ rule }) => rule === clause.rule);
      const alone = findAt(clause, own, [], least, part);
      if (alone.kind === "none") continue;
      const found = alone.kind === "open" ? alone : findAt(clause, own, low, least, part);
      if (found.kind === "found") return found;
      if (found.kind === "open") open ??= found;
    }
  return open ?? { kind: "none" };
}

/** A case in which a clause comes out at a level, and all of `low` and of `rest` below it. */
function findAt(
  high: ClauseLevel,
  low: readonly ClauseLevel[],
  rest: readonly ClauseLevel[],
  least: number,
  { shared: { terms }, solver, budget }: Part,
): Found {
  const goal = terms.atLeast(high.level, least);
  if (goal === FALSE) return { kind: "none" };
  const below = (clauses: readonly ClauseLevel[]) =>
    clauses.map(({ level }) => terms.not(terms.atLeast(level, least)));
  const first = [goal, ...below(low)];
  const own = { left: Math.min(budget.left, MOST_CASES) };
  const given = own.left;
  const found = solver.solve([...first, ...below(rest)], first, own);
  budget.left -= given - Math.max(0, own.left);
  return found;
}

/**
 * For each changed rule whose stricter side does not show, the unchanged rules that hide it by themselves.
 * Gives the terms that it rests on that nothing shows.
 */
export function addMasks(
  masks: Map<string, Set<string>>,
  high: readonly ClauseLevel[],
  low: readonly ClauseLevel[],
  part: Part,
  isChanged: (clause: ClauseLevel) => boolean,
): readonly Term[] {
  const unchanged = low.filter((clause) => !isChanged(clause));
  return differing(high, low)
    .filter(isChanged)
    .flatMap((clause) => {
      const own = low.filter((other) => other.rule === clause.rule);
      const least = LEVELS.find((level) => findAt(clause, own, [], level, part).kind === "found");
      if (least === undefined) return [];
      const hiding = unchanged.filter((other) => findAt(clause, own, [other], least, part).kind === "none");
      const found = masks.get(clause.rule) ?? new Set();
      for (const { label } of hiding) masks.set(clause.rule, found.add(label));
      const [first] = hiding;
      return [clause, ...(first === undefined ? low : [...own, first])].map(({ level }) => level);
    });
}
