import type { SetExamination } from "../../model/comparison.ts";
import { createAtoms } from "./atoms.ts";
import { circumstancesOf } from "./compare-day.ts";
import { createTerms } from "./create-terms.ts";
import { quantitiesOf } from "./quantities.ts";
import { type PolicySet, ruleVersions } from "./rule-version.ts";
import type { Budget, Found } from "./search.ts";
import { createSolver } from "./solve.ts";
import { FALSE, type Term } from "./terms.ts";
import { type ClauseLevel, versionLevels } from "./version-levels.ts";

/** Cases one search may look at. */
const MOST_CASES = 4_000;
/** Levels a clause can come out at where only effects count, the strictest first. */
const LEVELS = [16, 14, 12, 10, 8, 6, 4, 2];
const [BLOCKED = 0] = LEVELS;

/**
 * Looks for clauses of a set that never find anything on a day, never do more than the rest of the set
 * does, or can be met only where the rest blocks. What is decided is exact.
 */
export function examineSet(set: PolicySet, today: string): SetExamination {
  const { vocabulary } = set.policies;
  const versions = [...ruleVersions(set).values()];
  const terms = createTerms();
  const atoms = createAtoms(terms, today);
  const shared = { terms, atoms, vocabulary, ...circumstancesOf(versions), effectsOnly: true };
  const { clauses, isBeyond } = versionLevels(versions, shared);
  const roots = clauses.flatMap(({ level, isPassed, isFailed }) => [level, isPassed(), isFailed()]);
  if (isBeyond()) return { ...NOTHING, undecided: clauses.map(({ label }) => label) };
  const solver = createSolver(quantitiesOf(roots, terms, atoms), terms);
  const ask = (first: readonly Term[], rest: readonly Term[]): Found["kind"] => {
    const budget: Budget = { left: MOST_CASES };
    return first.includes(FALSE) ? "none" : solver.solve([...first, ...rest], first, budget).kind;
  };
  const below = (others: readonly ClauseLevel[], level: number) =>
    others.map((one) => terms.not(terms.atLeast(one.level, level)));

  const found = {
    dead: [] as string[],
    shadowed: [] as string[],
    conflicting: [] as string[],
    undecided: [] as string[],
  };
  for (const clause of clauses) {
    const scope = vocabulary.subjects.get(clause.subject)?.scope;
    const others = clauses.filter(
      ({ subject, rule }) => rule !== clause.rule && scope?.has(subject) === true,
    );
    const fails = ask([clause.isFailed(), terms.atLeast(clause.level, 1)], []);
    const shows = LEVELS.map((level) => ask([terms.atLeast(clause.level, level)], below(others, level)));
    const alone = ask([clause.isPassed()], []);
    const together = alone === "found" ? ask([clause.isPassed()], below(others, BLOCKED)) : alone;
    if (fails === "none") found.dead.push(clause.label);
    else if (shows.every((kind) => kind === "none")) found.shadowed.push(clause.label);
    if (alone === "found" && together === "none") found.conflicting.push(clause.label);
    const isOpen = !shows.includes("found") && shows.includes("open");
    if (isOpen || fails === "open" || alone === "open" || together === "open")
      found.undecided.push(clause.label);
  }
  return found;
}

const NOTHING: SetExamination = { dead: [], shadowed: [], conflicting: [], undecided: [] };
