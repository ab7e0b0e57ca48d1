import type { Comparison, ComparisonKind, UndecidedReason, Witness } from "../../model/comparison.ts";
import type { NestedSubject, SubjectName } from "../../model/row.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { assignmentOf } from "./assignment.ts";
import { type Atoms, createAtoms } from "./atoms.ts";
import type { LevelContext, SharedContext } from "./clause-level.ts";
import { createTerms } from "./create-terms.ts";
import { joinComparisons } from "./join-comparisons.ts";
import { monthsInQuestion } from "./months-in-question.ts";
import { namedMembers } from "./named-members.ts";
import { once } from "./once.ts";
import { orderedQuantities } from "./ordered-quantities.ts";
import type { RuleVersion } from "./rule-version.ts";
import { saidOf } from "./said.ts";
import { type Budget, type Found, findAbove } from "./search.ts";
import type { Term } from "./terms.ts";
import { type VersionLevels, versionLevels } from "./version-levels.ts";

/** Two versions of one rule on one day; `undefined` where a version does not have it. */
export interface DayPair {
  readonly before: RuleVersion | undefined;
  readonly after: RuleVersion | undefined;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly budget: Budget;
}

/** What comparing one day also tells: the atoms, from which days to look at follow. */
export interface DayComparison extends Comparison {
  readonly atoms: Atoms;
}

/** Compares two versions of a rule on one day, each kind of row by itself. */
export function compareDay({ before, after, vocabulary, today, budget }: DayPair): DayComparison {
  const terms = createTerms();
  const atoms = createAtoms(terms, today);
  const versions = [before, after].flatMap((version) => version ?? []);
  const shared = { terms, atoms, vocabulary, ...circumstancesOf(versions) };
  const [old, now] = [before, after].map((version) => versionLevels(version ? [version] : [], shared));
  if (old === undefined || now === undefined) throw new Error("a pair has two sides");
  const subjects = new Set([...old.clauses, ...now.clauses].map(({ subject }) => subject));
  const parts = [...subjects].map((subject) => comparePart(subject, old, now, shared, budget));
  return { ...joinComparisons(parts), atoms };
}

/** What of transitions and waivers matters to versions set side by side. */
export function circumstancesOf(
  versions: readonly RuleVersion[],
): Pick<LevelContext, "transitionDays" | "waiverMatters" | "named"> {
  const written = versions.map(({ rule }) => rule.written);
  const days = written.flatMap(({ transition }) => transition?.deployed_before ?? []);
  const [yes = [], no = []] = [true, false].map((wanted) =>
    written.filter(({ waivable = true }) => waivable === wanted).map(({ id }) => id),
  );
  const sets = [...new Set(versions.map(({ set }) => set.policies))];
  return {
    named: once(() => [...new Set(sets.flatMap(namedMembers))]),
    transitionDays: [...new Set(days)].sort(),
    waiverMatters: new Set(yes.filter((id) => no.includes(id))),
  };
}

function comparePart(
  subject: SubjectName | NestedSubject,
  old: VersionLevels,
  now: VersionLevels,
  shared: SharedContext,
  budget: Budget,
): Comparison {
  const { terms, atoms } = shared;
  const [oldClauses = [], nowClauses = []] = [old, now].map(({ clauses }) =>
    clauses.filter((clause) => clause.subject === subject),
  );
  const [before = 0, after = 0] = [oldClauses, nowClauses].map((clauses) =>
    terms.highest(clauses.map(({ level }) => level)),
  );
  if (before === after) return { kind: "same", tighter: undefined, looser: undefined, reasons: [] };
  if (old.isBeyond() || now.isBeyond()) return undecided("facts");
  if (readsItsOwnList(subject, [before, after], shared)) return undecided("rows");
  const quantities = orderedQuantities(before, after, terms, atoms);
  const stricter = findAbove(after, before, quantities, terms, budget);
  const laxer = findAbove(before, after, quantities, terms, budget);
  const witness = (found: Found): Witness | undefined =>
    found.kind === "found"
      ? {
          date: atoms.today,
          assignment: assignmentOf(subject, found.ways),
          before: saidOf(oldClauses, found.ways, shared),
          after: saidOf(nowClauses, found.ways, shared),
        }
      : undefined;
  const reasons: UndecidedReason[] = monthsInQuestion(before, after, terms, atoms) ? ["months"] : [];
  for (const found of [stricter, laxer]) if (found.kind === "open") reasons.push(found.reason);
  return {
    kind: kindOf(stricter, laxer, reasons),
    tighter: witness(stricter),
    looser: witness(laxer),
    reasons: [...new Set(reasons)],
  };
}

/** The kind that two searches come to. */
export function kindOf(stricter: Found, laxer: Found, reasons: readonly UndecidedReason[]): ComparisonKind {
  if (reasons.length > 0) return "undecided";
  if (stricter.kind === "found") return laxer.kind === "found" ? "mixed" : "tighter";
  return laxer.kind === "found" ? "looser" : "same";
}

/** No answer, and why. */
export function undecided(reason: UndecidedReason): Comparison {
  return { kind: "undecided", tighter: undefined, looser: undefined, reasons: [reason] };
}

/** A holder or a listing is itself one of its party's, which two independent quantities cannot say. */
export function readsItsOwnList(
  subject: SubjectName | NestedSubject,
  roots: readonly Term[],
  { terms, atoms }: Pick<LevelContext, "terms" | "atoms">,
): boolean {
  if (subject !== "owner" && subject !== "listing") return false;
  const used = terms.atoms(roots);
  return atoms.list.some((atom) => atom.kind === "some" && atom.subject === subject && used.has(atom.index));
}
