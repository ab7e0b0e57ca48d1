import type { CheckedDefinition, LadderStep } from "../checked-policies.ts";
import { definitionsIn } from "../definitions-in.ts";
import { checkConditions } from "./check-condition.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { readsOf } from "./reads.ts";

const STEPS = ["T4", "T3", "T2"] as const;

/** Checks the tier ladder, which one policy has; `undefined` where none does or a step is refused. */
export function checkLadder(
  scopes: readonly PolicyScope[],
  definitions: ReadonlyMap<string, CheckedDefinition>,
): readonly LadderStep[] | undefined {
  const [scope, second] = scopes.filter(
    ({ document }) => document.value.tiers !== undefined && document.value.status === "active",
  );
  const tiers = scope?.document.value.tiers;
  if (scope === undefined || tiers === undefined) return undefined;
  if (second !== undefined) {
    const message = `policy \`${scope.document.value.id}\` has a tier ladder already`;
    second.report("/tiers", message, "keep one ladder among the active policies", "key");
  }
  const steps = STEPS.flatMap((tier): LadderStep[] => {
    const means = checkStep(tiers[tier].means, `/tiers/${tier}/means`, scope, definitions);
    return means === undefined ? [] : [{ tier, title: tiers[tier].title, means }];
  });
  return steps.length === STEPS.length ? steps : undefined;
}

function checkStep(
  written: Parameters<typeof checkConditions>[0],
  pointer: string,
  scope: PolicyScope,
  definitions: ReadonlyMap<string, CheckedDefinition>,
): LadderStep["means"] | undefined {
  const subject = scope.library.vocabulary.subjects.get("system");
  if (subject === undefined) return undefined;
  const means = checkConditions(written, pointer, scope, { subject, list: "definition" });
  if (means === undefined || definitionsIn(means).some((name) => !definitions.has(name))) return undefined;
  const read = readsOf(means, definitions).find(
    ({ fact }) => fact.name.endsWith(".tier") || fact.vendor || fact.country,
  );
  if (read === undefined) return means;
  const why = read.fact.name.endsWith(".tier") ? "is what the ladder decides" : "is about the supplier";
  scope.report(read.pointer, `\`${read.fact.name}\` ${why}`, "read what the system does instead");
  return undefined;
}
