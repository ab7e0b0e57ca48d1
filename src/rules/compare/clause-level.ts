import type { Effect, Tier } from "../../model/rule.ts";
import type { CheckedClause } from "../checked-policies.ts";
import type { Fact, Vocabulary } from "../vocabulary.ts";
import type { Atoms } from "./atoms.ts";
import { WAIVED } from "./circumstances.ts";
import { inTransition, outOfStage, whenDue } from "./clause-binding.ts";
import type { ConditionTerms } from "./condition-terms.ts";
import { EFFECTS, levelOf } from "./levels.ts";
import type { RuleVersion } from "./rule-version.ts";
import { FALSE, type Term, type Terms } from "./terms.ts";

/** Everything terms are made with on one date. */
export interface LevelContext {
  readonly terms: Terms;
  readonly atoms: Atoms;
  readonly conditions: ConditionTerms;
  readonly vocabulary: Vocabulary;
  /** Members of open sets that a version names. */
  readonly named: () => readonly string[];
  /** Days before which systems were deployed, in the transitions of both versions, ascending. */
  readonly transitionDays: readonly string[];
  /** Rules that may be waived in one version and not in the other, so that a waiver on file matters. */
  readonly waiverMatters: ReadonlySet<string>;
  /** Whether only what is done counts, and what is unknown weighs as what fails. */
  readonly effectsOnly?: boolean;
  /** Terms of effects and stages that clauses share. */
  readonly kept: Map<string, Term>;
}

/** What all clauses of both versions share. */
export type SharedContext = Omit<LevelContext, "conditions" | "kept">;

const TIERS: readonly Tier[] = ["T1", "T2", "T3", "T4"];

/** Whether a clause applies at a row, and whether what it requires holds. */
export function sentence(clause: CheckedClause, { terms, conditions }: LevelContext) {
  const exempt = terms.any(clause.unless.map((list) => conditions.all(list)));
  const applies = terms.all([conditions.all(clause.when), terms.not(exempt)]);
  const required = conditions.all(clause.require);
  return {
    fails: terms.all([terms.sure(applies), terms.sure(terms.not(required))]),
    /** It passes or does not apply. */
    isMet: terms.any([terms.sure(terms.not(applies)), terms.sure(required)]),
    applies,
    required,
  };
}

/** The outcome of a clause: not applicable 0, pass 1, unknown 2, fail 3. */
export function clauseOutcome(clause: CheckedClause, context: LevelContext): Term {
  const { terms } = context;
  const { fails, applies, required } = sentence(clause, context);
  return terms.choose(
    terms.sure(terms.not(applies)),
    terms.level(0),
    terms.choose(terms.sure(required), terms.level(1), terms.choose(fails, terms.level(3), terms.level(2))),
  );
}

/** The weight of what a clause finds at a row, dates, stage and tier considered. */
export function clauseLevel(clause: CheckedClause, version: RuleVersion, context: LevelContext): Term {
  const { terms, atoms, conditions } = context;
  const { today } = atoms;
  const nothing = terms.level(0);
  if (clause.until !== null && clause.until < today) return nothing;
  const { fails, isMet } = sentence(clause, context);
  const weigh = (inForce: boolean, whereBroken: "fail" | "unknown") => {
    const open = byTier(clause, version, context, inForce, "unknown");
    const broken = whereBroken === "unknown" ? open : byTier(clause, version, context, inForce, "fail");
    return terms.choose(isMet, nothing, terms.choose(fails, broken, open));
  };
  const announced = weigh(false, "fail");
  const waived = version.rule.written.waivable !== false && context.waiverMatters.has(version.rule.id);
  const level =
    clause.effective > today
      ? announced
      : terms.choose(
          outOfStage(clause, context),
          announced,
          whenDue(clause, context, {
            never: nothing,
            unknown: clause.due === undefined ? nothing : weigh(true, "unknown"),
            later: announced,
            now: terms.choose(inTransition(version, context), announced, weigh(true, "fail")),
          }),
        );
  if (!waived) return level;
  return terms.choose(
    terms.sure(conditions.ask(WAIVED, "is", { kind: "value", value: true })),
    nothing,
    level,
  );
}

function byTier(
  clause: CheckedClause,
  { advisory }: RuleVersion,
  { terms, conditions, vocabulary, effectsOnly, kept }: LevelContext,
  inForce: boolean,
  outcome: "fail" | "unknown",
): Term {
  const tierFact = tierFactOf(clause, vocabulary);
  const weakest = effectsOnly === true ? "fail" : outcome;
  const { T1, T2, T3, T4 } = clause.effect;
  const key = [tierFact?.name, T1, T2, T3, T4, advisory, inForce, outcome, weakest].join();
  const known = kept.get(key);
  if (known !== undefined) return known;
  const capped = (effect: Effect, limits: readonly Effect[]) =>
    EFFECTS[Math.min(EFFECTS.indexOf(effect), ...limits.map((limit) => EFFECTS.indexOf(limit)))] ?? effect;
  const weight = (effect: Effect, tier: Tier | undefined) =>
    terms.level(
      levelOf(
        capped(effect, [
          ...(advisory || !inForce ? (["warn"] as const) : []),
          ...(outcome === "unknown" && (tier === "T1" || tier === "T2") ? (["warn"] as const) : []),
        ]),
        inForce,
        weakest,
      ),
    );
  const strongest = EFFECTS.findLast((effect) => Object.values(clause.effect).includes(effect)) ?? "block";
  const untiered = weight(strongest, undefined);
  const term = TIERS.reduceRight(
    (otherwise, tier) =>
      terms.choose(
        tierFact === undefined
          ? FALSE
          : terms.sure(conditions.ask(tierFact, "is", { kind: "value", value: tier })),
        weight(clause.effect[tier], tier),
        otherwise,
      ),
    untiered,
  );
  kept.set(key, term);
  return term;
}

/** The tier a row is judged by; rows of files of their own have none. */
function tierFactOf(clause: CheckedClause, { subjects, facts }: Vocabulary): Fact | undefined {
  const subject = subjects.get(clause.subject);
  return subject?.staged ? facts.get(subject.tierFact ?? "") : undefined;
}
