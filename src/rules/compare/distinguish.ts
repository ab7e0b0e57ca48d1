import type { Assignment } from "../../model/comparison.ts";
import type { Outcome } from "../../model/rule.ts";
import type { CheckedClause, CheckedPolicies } from "../checked-policies.ts";
import { assignmentOf, decide } from "./assignment.ts";
import { createAtoms } from "./atoms.ts";
import { clauseOutcome, type LevelContext, sentence } from "./clause-level.ts";
import { conditionTerms } from "./condition-terms.ts";
import { createTerms } from "./create-terms.ts";
import { namedMembers } from "./named-members.ts";
import { once } from "./once.ts";
import { orderedQuantities } from "./ordered-quantities.ts";
import { findAbove } from "./search.ts";
import type { Term } from "./terms.ts";

/** What clauses are read with: the definitions and vocabulary they use, and the day. */
export interface ClauseContext {
  readonly policies: CheckedPolicies;
  readonly asOf: string;
  /** How many cases may be looked at. */
  readonly budget?: number | undefined;
}

/** Whether two clauses ever come out differently, and a case in which they do. */
export type Distinction =
  | { readonly kind: "same" }
  | { readonly kind: "undecided" }
  | {
      readonly kind: "different";
      readonly assignment: Assignment;
      readonly first: Outcome;
      readonly second: Outcome;
    };

const OUTCOMES: readonly Outcome[] = ["not-applicable", "pass", "unknown", "fail"];
const BUDGET = 50_000;

/**
 * A case that two clauses of one subject judge differently: one passes (or does not apply) where the other
 * fails or is unknown, or one fails where the other is unknown. Effects and dates play no part.
 */
export function distinguish(
  first: CheckedClause,
  second: CheckedClause,
  context: ClauseContext,
): Distinction {
  const levels = clauseContext(context);
  const { terms, atoms, conditions } = levels;
  const [a, b] = [first, second].map((clause) => verdict(clause, levels));
  if (a === undefined || b === undefined || a === b) return { kind: "same" };
  const quantities = orderedQuantities(a, b, terms, atoms);
  const budget = { left: context.budget ?? BUDGET };
  const tried = [findAbove(a, b, quantities, terms, budget), findAbove(b, a, quantities, terms, budget)];
  const found = tried.find((one) => one.kind === "found");
  if (conditions.isBeyond) return { kind: "undecided" };
  if (found === undefined) return { kind: tried.some(({ kind }) => kind === "open") ? "undecided" : "same" };
  const outcome = (clause: CheckedClause): Outcome =>
    OUTCOMES[terms.bounds(decide(clauseOutcome(clause, levels), found.ways, terms, atoms)).high] ?? "unknown";
  return {
    kind: "different",
    assignment: assignmentOf(first.subject, found.ways),
    first: outcome(first),
    second: outcome(second),
  };
}

/** What terms of clauses are made with, for clauses of one set of policies on one day. */
export function clauseContext({ policies, asOf }: ClauseContext): LevelContext {
  const terms = createTerms();
  const atoms = createAtoms(terms, asOf);
  const named = once(() => namedMembers(policies));
  const conditions = conditionTerms({ terms, atoms, named, definitions: policies.definitions });
  const { vocabulary } = policies;
  return {
    terms,
    atoms,
    conditions,
    vocabulary,
    named,
    transitionDays: [],
    waiverMatters: new Set(),
    kept: new Map(),
  };
}

/** Met 0, unknown 1, broken 2. */
function verdict(clause: CheckedClause, context: LevelContext): Term {
  const { terms } = context;
  const { fails, isMet } = sentence(clause, context);
  return terms.choose(isMet, terms.level(0), terms.choose(fails, terms.level(2), terms.level(1)));
}
