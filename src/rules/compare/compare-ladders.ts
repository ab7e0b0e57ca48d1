import type { LadderComparison, TierWitness } from "../../model/comparison.ts";
import type { Tier } from "../../model/rule.ts";
import { assignmentOf, decide } from "./assignment.ts";
import { createAtoms } from "./atoms.ts";
import { conditionTerms } from "./condition-terms.ts";
import { monthsInQuestion } from "./months-in-question.ts";
import { orderedQuantities } from "./ordered-quantities.ts";
import type { PolicySet } from "./rule-version.ts";
import { type Budget, type Found, findAbove } from "./search.ts";
import { createTerms, type Term } from "./terms.ts";

const TIERS: readonly (Tier | null)[] = ["T1", "T2", "T3", "T4", null];

/** Compares the tier ladders of two sets on one day. */
export function compareLadders(
  before: PolicySet,
  after: PolicySet,
  today: string,
  budget: Budget,
): LadderComparison {
  const terms = createTerms();
  const atoms = createAtoms(terms, today);
  const sides = [before, after].map(({ policies: { definitions, ladder } }) => {
    const conditions = conditionTerms({ terms, atoms, definitions });
    const steps = ladder?.map(({ tier, means }) => ({ tier, truth: conditions.all(means) })) ?? [];
    const rank = (tier: Tier | null) => terms.level(TIERS.indexOf(tier));
    const tier = steps.reduceRight(
      (below, step) =>
        terms.choose(
          terms.sure(step.truth),
          rank(step.tier),
          terms.choose(terms.sure(terms.not(step.truth)), below, rank(null)),
        ),
      rank(ladder === undefined ? null : "T1"),
    );
    return { tier, conditions };
  });
  const [old, now] = sides;
  if (old === undefined || now === undefined) throw new Error("a pair has two sides");
  const quantities = orderedQuantities(old.tier, now.tier, terms, atoms);
  const higher = findAbove(now.tier, old.tier, quantities, terms, budget);
  const lower = findAbove(old.tier, now.tier, quantities, terms, budget);
  const reasons = new Set([higher, lower].flatMap((found) => (found.kind === "open" ? [found.reason] : [])));
  const open = [
    ...reasons,
    ...(monthsInQuestion(old.tier, now.tier, terms, atoms) ? ["months" as const] : []),
  ];
  const witness = (found: Found): TierWitness | undefined => {
    if (found.kind !== "found") return undefined;
    const tierIn = (term: Term) => TIERS[terms.bounds(decide(term, found.ways, terms, atoms)).high] ?? null;
    const assignment = assignmentOf("system", found.ways);
    return { date: today, assignment, before: tierIn(old.tier), after: tierIn(now.tier) };
  };
  const found = [higher.kind === "found", lower.kind === "found"].join();
  const kinds = { "true,true": "mixed", "true,false": "tighter", "false,true": "looser" } as const;
  const kind = found in kinds ? kinds[found as keyof typeof kinds] : "same";
  return {
    kind: open.length > 0 ? "undecided" : kind,
    tighter: witness(higher),
    looser: witness(lower),
    reasons: open,
  };
}
