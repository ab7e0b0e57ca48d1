import type { Comparison, UndecidedReason, Witness } from "../../model/comparison.ts";
import type { NestedSubject, SubjectName } from "../../model/row.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { assignmentOf } from "./assignment.ts";
import { type Atoms, createAtoms } from "./atoms.ts";
import { circumstancesOf, kindOf, readsItsOwnList, undecided } from "./compare-day.ts";
import { createTerms } from "./create-terms.ts";
import { addMasks, differing, findStricter, type Part } from "./find-stricter.ts";
import { joinComparisons } from "./join-comparisons.ts";
import { monthsInQuestion } from "./months-in-question.ts";
import { orderedQuantities } from "./ordered-quantities.ts";
import type { PolicySet, RuleVersion } from "./rule-version.ts";
import { saidOf } from "./said.ts";
import type { Budget, Found } from "./search.ts";
import { createSolver } from "./solve.ts";
import type { Term } from "./terms.ts";
import { type ClauseLevel, versionLevels } from "./version-levels.ts";

type Subject = SubjectName | NestedSubject;

/** Two whole sets on one day. */
export interface WholePair {
  readonly before: readonly RuleVersion[];
  readonly after: readonly RuleVersion[];
  /** The ladders, where they differ. */
  readonly ladders: readonly [PolicySet["policies"]["ladder"], PolicySet["policies"]["ladder"]] | undefined;
  /** Whether a rule by itself may do more after than before, and less. */
  readonly canRise: (rule: string) => boolean;
  readonly canFall: (rule: string) => boolean;
  /** The rules that differ. */
  readonly changed: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly budget: Budget;
}

/** How two sets compare on one day, and which unchanged rules hide which changed ones. */
export interface WholeComparison extends Comparison {
  /** What it rests on that a change does not show. */
  readonly hiding: Atoms;
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
  const hidden: Term[] = [];
  const seen = { tighter: false, looser: false };
  const parts = [...subjects].sort(systemFirst).map((subject) => {
    const scope = vocabulary.subjects.get(subject)?.scope ?? new Set([subject]);
    const within = (clauses: readonly ClauseLevel[]) => clauses.filter((one) => scope.has(one.subject));
    const [mine, theirs] = [within(old.clauses), within(now.clauses)];
    if (old.isBeyond() || now.isBeyond()) return undecided("facts");
    // A row with a tier of its own reads the ladder by its own facts, which stand in no one place.
    const isOpen = ladders !== undefined && hasOwnTier(subject, vocabulary);
    const ownTier = isOpen ? theirs.filter((one) => one.subject === subject) : [];
    const wanted = {
      tighter:
        !seen.tighter && [...differing(theirs, mine), ...ownTier].some(({ rule }) => pair.canRise(rule)),
      looser: !seen.looser && [...differing(mine, theirs), ...ownTier].some(({ rule }) => pair.canFall(rule)),
    };
    if (!wanted.tighter && !wanted.looser) return SAME;
    const quantities = orderedQuantities(levelOf(mine), levelOf(theirs), terms, atoms);
    const part: Part = { subject, shared, budget: pair.budget, solver: createSolver(quantities, terms) };
    const find = (
      high: readonly ClauseLevel[],
      low: readonly ClauseLevel[],
      may: (rule: string) => boolean,
    ): Found => (isOpen ? { kind: "open", reason: "facts" } : findStricter(high, low, may, part));
    const none: Found = { kind: "none" };
    const stricter = wanted.tighter ? find(theirs, mine, pair.canRise) : none;
    const laxer = wanted.looser ? find(mine, theirs, pair.canFall) : none;
    if (stricter.kind === "found") seen.tighter = true;
    if (laxer.kind === "found") seen.looser = true;
    if (wanted.tighter && stricter.kind === "none")
      hidden.push(...addMasks(maskedBy, theirs, mine, part, isChanged));
    if (wanted.looser && laxer.kind === "none")
      hidden.push(...addMasks(maskedBy, mine, theirs, part, isChanged));
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
  const used = terms.atoms(hidden);
  const hiding = { ...atoms, list: atoms.list.filter(({ index }) => used.has(index)) };
  return { ...joinComparisons(parts), hiding, maskedBy };
}

const SAME: Comparison = { kind: "same", tighter: undefined, looser: undefined, reasons: [] };

function systemFirst(a: Subject, b: Subject): number {
  return Number(b === "system") - Number(a === "system");
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
