import type { Comparison, UndecidedReason, Witness } from "../../model/comparison.ts";
import type { NestedSubject, SubjectName } from "../../model/row.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { assignmentOf } from "./assignment.ts";
import { type Atoms, createAtoms } from "./atoms.ts";
import type { SharedContext } from "./clause-level.ts";
import { circumstancesOf, kindOf, readsItsOwnList, undecided } from "./compare-day.ts";
import { joinComparisons } from "./join-comparisons.ts";
import { monthsInQuestion } from "./months-in-question.ts";
import { orderedQuantities } from "./ordered-quantities.ts";
import type { PolicySet, RuleVersion } from "./rule-version.ts";
import { saidOf } from "./said.ts";
import type { Found } from "./search.ts";
import { createSolver, type Solver } from "./solve.ts";
import { createTerms, type Term } from "./terms.ts";
import { type ClauseLevel, versionLevels } from "./version-levels.ts";

type Subject = SubjectName | NestedSubject;

/** Two whole sets on one day. */
export interface WholePair {
  readonly before: readonly RuleVersion[];
  readonly after: readonly RuleVersion[];
  /** The ladders, where they differ. */
  readonly ladders: readonly [PolicySet["policies"]["ladder"], PolicySet["policies"]["ladder"]] | undefined;
  /** The rules that differ. */
  readonly changed: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  /** For each search. */
  readonly budget: number;
}

/** How two sets compare on one day, and which unchanged rules hide which changed ones. */
export interface WholeComparison extends Comparison {
  readonly atoms: Atoms;
  /** By id of the changed rule. */
  readonly maskedBy: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Compares two sets on one day by what all rules together do to a row and to the rows it belongs to: a
 * change that the rest of the set hides is none.
 */
export function compareWhole(pair: WholePair): WholeComparison {
  const { before, after, ladders, vocabulary, today } = pair;
  const terms = createTerms();
  const atoms = createAtoms(terms, today);
  const shared = { terms, atoms, vocabulary, ...circumstancesOf([...before, ...after]) };
  const levels = (rules: readonly RuleVersion[], ladder?: PolicySet["policies"]["ladder"]) =>
    versionLevels(rules, { ...shared, effectsOnly: true }, ladder);
  const isSame = ({ rule }: RuleVersion) => ladders === undefined && !pair.changed.has(rule.id);
  // What is the same in both is worked out once.
  const same = levels(after.filter(isSame));
  const own = (rules: readonly RuleVersion[], ladder?: PolicySet["policies"]["ladder"]) => {
    const { clauses, isBeyond } = levels(
      rules.filter((rule) => !isSame(rule)),
      ladder,
    );
    return { clauses: [...clauses, ...same.clauses], isBeyond: () => isBeyond() || same.isBeyond() };
  };
  const [old, now] = [own(before, ladders?.[0]), own(after, ladders?.[1])];
  const isChanged = ({ rule }: ClauseLevel) => pair.changed.has(rule);
  const subjects = new Set(
    [...old.clauses, ...now.clauses]
      .filter((clause) => isChanged(clause) || ladders !== undefined)
      .map(({ subject }) => subject),
  );
  const levelOf = (clauses: readonly ClauseLevel[]) => terms.highest(clauses.map(({ level }) => level));
  const maskedBy = new Map<string, Set<string>>();
  const parts = [...subjects].map((subject) => {
    const scope = vocabulary.subjects.get(subject)?.scope ?? new Set([subject]);
    const within = (clauses: readonly ClauseLevel[]) => clauses.filter((one) => scope.has(one.subject));
    const [mine, theirs] = [within(old.clauses), within(now.clauses)];
    if (old.isBeyond() || now.isBeyond()) return undecided("facts");
    const quantities = orderedQuantities(levelOf(mine), levelOf(theirs), terms, atoms);
    const part: Part = { subject, shared, budget: pair.budget, solver: createSolver(quantities, terms) };
    if (ladders !== undefined && hasOwnTier(subject, vocabulary)) return undecided("facts");
    const stricter = findStricter(theirs, mine, part);
    const laxer = findStricter(mine, theirs, part);
    if (stricter.kind === "none") addMasks(maskedBy, theirs, mine, part, isChanged);
    if (laxer.kind === "none") addMasks(maskedBy, mine, theirs, part, isChanged);
    const witness = (found: Found): Witness | undefined =>
      found.kind === "found"
        ? {
            date: today,
            assignment: assignmentOf(subject, found.ways),
            before: saidOf(mine, found.ways, shared),
            after: saidOf(theirs, found.ways, shared),
          }
        : undefined;
    const reasons = reasonsOf(mine, theirs, [stricter, laxer], part);
    return {
      kind: kindOf(stricter, laxer, reasons),
      tighter: witness(stricter),
      looser: witness(laxer),
      reasons,
    };
  });
  return { ...joinComparisons(parts), atoms, maskedBy };
}

interface Part {
  readonly subject: Subject;
  readonly shared: SharedContext;
  readonly budget: number;
  readonly solver: Solver;
}

/** The clauses of one side that the other does not have in the same form. */
function differing(of: readonly ClauseLevel[], from: readonly ClauseLevel[]): readonly ClauseLevel[] {
  const known = new Set(from.map(({ level }) => level));
  return of.filter(({ level }) => !known.has(level));
}

/** Levels a clause can come out at, the strictest first. */
const LEVELS = [16, 14, 12, 10, 8, 6, 4, 2];

/** A case in which `high` does more than all of `low`. */
function findStricter(high: readonly ClauseLevel[], low: readonly ClauseLevel[], part: Part): Found {
  const [raised, lowered] = [differing(high, low), differing(low, high)];
  let open: Found | undefined;
  for (const least of LEVELS) {
    // What the clauses that differ rule out by themselves, all together rule out as well.
    const alone = findAt(raised, lowered, [], least, part);
    if (alone.kind === "none") continue;
    const found = alone.kind === "open" ? alone : findAt(raised, lowered, low, least, part);
    if (found.kind === "found") return found;
    if (found.kind === "open") open ??= found;
  }
  return open ?? { kind: "none" };
}

/** A case in which one of `high` comes out at a level, and all of `low` and of `rest` below it. */
function findAt(
  high: readonly ClauseLevel[],
  low: readonly ClauseLevel[],
  rest: readonly ClauseLevel[],
  least: number,
  { shared: { terms }, solver, budget }: Part,
): Found {
  const goal = terms.any(high.map(({ level }) => terms.atLeast(level, least)));
  const below = (clauses: readonly ClauseLevel[]) =>
    clauses.map(({ level }) => terms.not(terms.atLeast(level, least)));
  const first = [goal, ...below(low)];
  return solver.solve([...first, ...below(rest)], first, { left: budget });
}

/** For each changed rule whose stricter side does not show, the unchanged rules that hide it by themselves. */
function addMasks(
  masks: Map<string, Set<string>>,
  high: readonly ClauseLevel[],
  low: readonly ClauseLevel[],
  part: Part,
  isChanged: (clause: ClauseLevel) => boolean,
): void {
  const unchanged = low.filter((clause) => !isChanged(clause));
  for (const clause of differing(high, low).filter(isChanged)) {
    const own = low.filter((other) => other.rule === clause.rule);
    const least = LEVELS.find((level) => findAt([clause], own, [], level, part).kind === "found");
    if (least === undefined) continue;
    for (const other of unchanged) {
      if (findAt([clause], own, [other], least, part).kind !== "none") continue;
      const found = masks.get(clause.rule) ?? new Set();
      masks.set(clause.rule, found.add(other.label));
    }
  }
}

function hasOwnTier(subject: Subject, vocabulary: Vocabulary): boolean {
  const tier = vocabulary.subjects.get(subject)?.tierFact;
  return tier !== undefined && tier !== "system.tier";
}

function reasonsOf(
  mine: readonly ClauseLevel[],
  theirs: readonly ClauseLevel[],
  found: readonly Found[],
  { subject, shared }: Part,
): readonly UndecidedReason[] {
  const { terms, atoms } = shared;
  const roots: readonly Term[] = [mine, theirs].map((clauses) =>
    terms.highest(clauses.map(({ level }) => level)),
  );
  const [before = 0, after = 0] = roots;
  const reasons = new Set<UndecidedReason>();
  for (const one of found) if (one.kind === "open") reasons.add(one.reason);
  if (monthsInQuestion(before, after, terms, atoms)) reasons.add("months");
  if (readsItsOwnList(subject, roots, shared)) reasons.add("rows");
  return [...reasons];
}
