import type { Bundle } from "../../engine/bundle.ts";
import type { ExampleWorld } from "../../engine/example-world.ts";
import { type PreparedExample, prepareBlocks } from "../../engine/judge-example.ts";
import type { TierExample } from "../../engine/policy-examples.ts";
import { vocabulary } from "../../model/generated/vocabulary-value.ts";
import type { Tier } from "../../model/rule.ts";
import type { CheckedPolicy } from "../../rules/checked-policies.ts";
import { meaningChanger } from "./change-meaning.ts";
import { mutantsOfMeanings } from "./mutants-of-meanings.ts";
import { type PreparedTier, type TriedMeaning, tryMeanings } from "./try-meanings.ts";

/** An example of a tier, and what is wrong with it; nothing where it holds. */
interface TierTest {
  readonly example: TierExample;
  readonly wrong: string | undefined;
}

/** What examples show of the definitions and the ladder of a policy. */
export interface MeaningTest {
  readonly tiers: readonly TierTest[];
  readonly meanings: readonly TriedMeaning[];
}

/** Runs the examples of tiers of a policy's page, and tries the mutants of its definitions and its ladder. */
export function testMeanings(
  { document }: CheckedPolicy,
  written: readonly TierExample[],
  {
    bundle,
    world,
    preparedOf,
  }: {
    readonly bundle: Bundle;
    readonly world: ExampleWorld;
    /** The examples of rules on the page of a policy. */
    readonly preparedOf: (policy: string) => readonly PreparedExample[];
  },
): MeaningTest {
  const { policies, policyDocuments } = bundle;
  const { id } = document.value;
  const prepared = written.map((example) => ({ example, ...tried(example, world) }));
  const tiers = prepared.flatMap(({ example: { line, tier }, facts, wrong }): PreparedTier[] =>
    facts === undefined || wrong !== undefined ? [] : [{ policy: id, line, tier, facts }],
  );
  const meanings = tryMeanings(mutantsOfMeanings(document.value, policies.vocabulary), {
    policies,
    change: meaningChanger(policies, policyDocuments, vocabulary, id),
    tiers,
    examplesOf: (rule, policy) =>
      preparedOf(policy.document.value.id).filter(
        ({ example, judgeable }) => example.rule === rule.id && judgeable !== undefined,
      ),
  });
  return { tiers: prepared.map(({ example, wrong }) => ({ example, wrong })), meanings };
}

function tried({ yaml, tier }: TierExample, world: ExampleWorld) {
  const { judgeable, problems } = prepareBlocks({ of: "manifest", yaml, asOf: undefined }, world);
  if (judgeable === undefined) return { facts: undefined, wrong: problems.join("; ") };
  const { facts, rules } = judgeable;
  const found = rules.tier(facts.system);
  return {
    facts,
    wrong: found === tier ? undefined : `the tier is ${found ?? "unknown"}, not ${sayTier(tier)}`,
  };
}

function sayTier(tier: Tier | undefined): string {
  return tier ?? "unknown";
}
