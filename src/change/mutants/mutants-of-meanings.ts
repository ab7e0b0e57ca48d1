import type { JsonValue } from "../../model/document.ts";
import type { PolicyCondition, PolicyDocument } from "../../model/generated/policy.ts";
import type { LadderStep } from "../../rules/checked-policies.ts";
import type { Vocabulary } from "../../rules/vocabulary.ts";
import { editsOfConditions } from "./mutants-of-rule.ts";
import { pointerOf, replaceAt } from "./replace-at.ts";

/** What a policy says for others to read: a definition, or a step of the ladder of tiers. */
export type Meaning =
  | { readonly kind: "definition"; readonly name: string }
  | { readonly kind: "step"; readonly name: LadderStep["tier"] };

/** A meaning with one of its conditions changed. */
export interface MeaningMutant {
  readonly of: Meaning;
  /** Where in the policy file the change was made. */
  readonly pointer: string;
  /** What was changed, in words. */
  readonly change: string;
  readonly means: readonly PolicyCondition[];
}

/** Every mutant of the definitions of a policy and of its ladder: each condition changed and dropped. */
export function mutantsOfMeanings(policy: PolicyDocument, vocabulary: Vocabulary): readonly MeaningMutant[] {
  const { definitions = {}, tiers } = policy;
  return [
    ...Object.entries(definitions).flatMap(([name, { means }]) =>
      mutantsOf({ kind: "definition", name }, means, `/definitions/${name}/means`, vocabulary),
    ),
    ...(["T4", "T3", "T2"] as const).flatMap((name) =>
      mutantsOf({ kind: "step", name }, tiers?.[name].means ?? [], `/tiers/${name}/means`, vocabulary),
    ),
  ];
}

function mutantsOf(
  of: Meaning,
  means: readonly PolicyCondition[],
  base: string,
  vocabulary: Vocabulary,
): readonly MeaningMutant[] {
  return editsOfConditions(means, "require", [], vocabulary).map((edit) => ({
    of,
    pointer: pointerOf(base, edit.at ?? edit.path),
    change: edit.change,
    // An edit of a JSON value; whether these are conditions still is for the checker to say.
    means: replaceAt(means as unknown as JsonValue, edit.path, edit.next) as unknown as typeof means,
  }));
}
