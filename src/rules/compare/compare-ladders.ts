import type { LadderComparison, TierWitness, UndecidedReason } from "../../model/comparison.ts";
import type { Tier } from "../../model/rule.ts";
import { assignmentOf, decide } from "./assignment.ts";
import { createAtoms } from "./atoms.ts";
import { kindOf } from "./compare-day.ts";
import { conditionTerms } from "./condition-terms.ts";
import { createTerms } from "./create-terms.ts";
import { monthsInQuestion } from "./months-in-question.ts";
import { namedMembers } from "./named-members.ts";
import { once } from "./once.ts";
import { orderedQuantities } from "./ordered-quantities.ts";
import type { Way } from "./quantities.ts";
import type { PolicySet } from "./rule-version.ts";
import { type Budget, type Found, findAbove } from "./search.ts";
import { FALSE, type Term, type Terms, TRUE } from "./terms.ts";

/** How two ladders compare, and whether a tier may rise or fall where one that is undecided counts as the highest. */
export interface Ladders {
  readonly comparison: LadderComparison;
  readonly canRise: boolean;
  readonly canFall: boolean;
}

/** Ranks of tiers; an undecided one weighs as the highest. */
const RANKS: ReadonlyMap<Tier | null, number> = new Map([
  ["T1", 1],
  ["T2", 2],
  ["T3", 3],
  ["T4", 4],
  [null, 4],
]);

/** Compares the tier ladders of two sets on one day, over the cases in which both decide the tier. */
export function compareLadders(before: PolicySet, after: PolicySet, today: string, budget: Budget): Ladders {
  const terms = createTerms();
  const atoms = createAtoms(terms, today);
  const named = once(() => [before, after].flatMap(({ policies }) => namedMembers(policies)));
  const [old, now] = [before, after].map(({ policies: { definitions, ladder } }) => {
    const conditions = conditionTerms({ terms, atoms, definitions, named });
    const steps = ladder?.map(({ tier, means }) => ({ tier, truth: conditions.all(means) })) ?? [];
    const lowest = ladder === undefined ? null : "T1";
    const tierAt = (ways: readonly Way[]): Tier | null => {
      const step = steps.find(({ truth }) => decide(truth, ways, terms, atoms) !== FALSE);
      if (step === undefined) return lowest;
      return decide(step.truth, ways, terms, atoms) === TRUE ? step.tier : null;
    };
    const fold = (of: (tier: Tier | null) => Term) => foldSteps(steps, of, lowest, terms);
    const rank = fold((tier) => terms.level(RANKS.get(tier) ?? 0));
    return { rank, isDecided: fold((tier) => (tier === null ? FALSE : TRUE)), tierAt };
  });
  if (old === undefined || now === undefined) throw new Error("a pair has two sides");
  const quantities = orderedQuantities(old.rank, now.rank, terms, atoms);
  const both = terms.all([old.isDecided, now.isDecided]);
  const where = (condition: Term, rank: Term) => terms.choose(condition, rank, terms.level(0));
  const above = (high: Term, low: Term, condition: Term) =>
    findAbove(where(condition, high), where(condition, low), quantities, terms, budget);
  const higher = above(now.rank, old.rank, both);
  const lower = above(old.rank, now.rank, both);
  const reasons = [higher, lower].flatMap((found) => (found.kind === "open" ? [found.reason] : []));
  const months = monthsInQuestion(old.rank, now.rank, terms, atoms) ? (["months"] as const) : [];
  const open: readonly UndecidedReason[] = [...new Set([...reasons, ...months])];
  const witness = (found: Found): TierWitness | undefined => {
    if (found.kind !== "found") return undefined;
    const [from, to] = [old.tierAt(found.ways), now.tierAt(found.ways)];
    if (from === null || to === null) throw new Error("both ladders decide the tier of a witness");
    return { date: today, assignment: assignmentOf("system", found.ways), before: from, after: to };
  };
  return {
    comparison: {
      kind: kindOf(higher, lower, open),
      tighter: witness(higher),
      looser: witness(lower),
      reasons: open,
    },
    canRise: above(now.rank, old.rank, TRUE).kind !== "none",
    canFall: above(old.rank, now.rank, TRUE).kind !== "none",
  };
}

/** The first step that is not surely passed over is the tier, or leaves it open. */
function foldSteps(
  steps: readonly { readonly tier: Tier; readonly truth: Term }[],
  of: (tier: Tier | null) => Term,
  lowest: Tier | null,
  terms: Terms,
): Term {
  return steps.reduceRight(
    (below, { tier, truth }) =>
      terms.choose(terms.sure(truth), of(tier), terms.choose(terms.sure(terms.not(truth)), below, of(null))),
    of(lowest),
  );
}
