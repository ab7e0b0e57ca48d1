import { EXAMPLES_AS_OF, judgeExample, type PreparedExample } from "../../engine/judge-example.ts";
import type { FactSet } from "../../model/row.ts";
import type { Tier } from "../../model/rule.ts";
import type { CheckedPolicies, CheckedPolicy, CheckedRule } from "../../rules/checked-policies.ts";
import { compareLadders } from "../../rules/compare/compare-ladders.ts";
import { compileRules } from "../../rules/compile-rules.ts";
import { ladderRestsOn, restsOn } from "../../rules/rests-on.ts";
import { CASES, compareAlone, compileAlone } from "./alone.ts";
import type { ChangedMeaning } from "./change-meaning.ts";
import type { Meaning, MeaningMutant } from "./mutants-of-meanings.ts";
import { answerTo, compiledByDate } from "./try-mutants.ts";

/** What became of a mutant of a meaning. */
export interface TriedMeaning {
  readonly mutant: MeaningMutant;
  readonly fate:
    | { readonly kind: "killed"; readonly by: Killer }
    /** Nothing that reads it comes out otherwise, or it is no meaning at all. */
    | { readonly kind: "equivalent"; readonly reason: string }
    | { readonly kind: "survived" };
}

/** The example that noticed it: the policy on whose page it stands, and its line there. */
interface Killer {
  readonly policy: string;
  readonly line: number;
}

/** An example of a tier that holds, with the facts of its manifest. */
export interface PreparedTier extends Killer {
  readonly tier: Tier | undefined;
  readonly facts: FactSet;
}

/** What mutants of meanings are tried by. */
export interface MeaningTrial {
  readonly policies: CheckedPolicies;
  change(mutant: MeaningMutant): ChangedMeaning;
  /** The examples of a rule that can be judged. */
  examplesOf(rule: CheckedRule, policy: CheckedPolicy): readonly PreparedExample[];
  readonly tiers: readonly PreparedTier[];
}

/**
 * Tries mutants of definitions and of steps of the ladder: by the examples of tiers, where the ladder reads what is
 * changed, and by those of every rule that does. One that none of them notices is equivalent only where the
 * comparison proves that the ladder and every such rule come out the same in every case.
 */
export function tryMeanings(mutants: readonly MeaningMutant[], trial: MeaningTrial): readonly TriedMeaning[] {
  const seen = new Set<string>();
  return mutants.flatMap((mutant): readonly TriedMeaning[] => {
    const changed = trial.change(mutant);
    if (!changed.ok) return [{ mutant, fate: { kind: "equivalent", reason: changed.reason } }];
    const name = `${mutant.of.name} ${changed.form}`;
    if (seen.has(name)) return [];
    seen.add(name);
    const by = killerOf(mutant.of, changed.policies, trial);
    if (by !== undefined) return [{ mutant, fate: { kind: "killed", by } }];
    const isSame = comesOutTheSame(mutant.of, changed.policies, trial);
    return [
      {
        mutant,
        fate: isSame ? { kind: "equivalent", reason: "every case comes out the same" } : { kind: "survived" },
      },
    ];
  });
}

function killerOf(of: Meaning, after: CheckedPolicies, trial: MeaningTrial): Killer | undefined {
  const { policies, tiers, examplesOf } = trial;
  if (isInLadder(of, policies)) {
    const { tier } = compileRules({ ...after, policies: [] }, { asOf: EXAMPLES_AS_OF });
    const killer = tiers.find(({ facts, tier: expected }) => tier(facts.system) !== expected);
    if (killer !== undefined) return { policy: killer.policy, line: killer.line };
  }
  for (const { rule, policy } of readersOf(of, policies)) {
    const [old, now] = [policies, after].map((side) =>
      compiledByDate(rule, { compile: (rule, asOf) => compileAlone({ policies: side, policy, rule }, asOf) }),
    ) as [Compiled, Compiled];
    const killer = examplesOf(rule, policy).find((one) => {
      const before = answer(one, old);
      return before !== undefined && before !== answer(one, now);
    });
    if (killer !== undefined) return { policy: policy.document.value.id, line: killer.example.line };
  }
  return undefined;
}

type Compiled = ReturnType<typeof compiledByDate>;

function answer(example: PreparedExample, compiled: Compiled) {
  return answerTo(example.example, judgeExample(example, compiled(example.asOf)));
}

function comesOutTheSame(of: Meaning, after: CheckedPolicies, { policies }: MeaningTrial): boolean {
  const ladders = () => compareLadders({ policies }, { policies: after }, EXAMPLES_AS_OF, { left: CASES });
  if (isInLadder(of, policies) && ladders().comparison.kind !== "same") return false;
  return readersOf(of, policies).every(
    (read) => compareAlone({ policies, ...read }, { policies: after, ...read }).kind === "same",
  );
}

function isInLadder(of: Meaning, policies: CheckedPolicies): boolean {
  return of.kind === "step" || ladderRestsOn(new Set([of.name]), policies);
}

/** Rules that read a definition, themselves or through others; of a step of the ladder none, since examples of tiers see it first. */
function readersOf(of: Meaning, policies: CheckedPolicies) {
  if (of.kind === "step") return [];
  const names = new Set([of.name]);
  return policies.policies.flatMap((policy) =>
    policy.rules.filter((rule) => restsOn(rule, names, policies)).map((rule) => ({ rule, policy })),
  );
}
