import type { Bundle } from "../../engine/bundle.ts";
import { declaredPercent } from "../../engine/inventory/coverage-part.ts";
import { measuredBy } from "../../engine/inventory/measure.ts";
import { measuredObjective } from "../../engine/inventory/objective-part.ts";
import type { Asking } from "../../engine/kept/asking.ts";
import type { Measure, Objective } from "../../model/generated/plan.ts";
import type { ObjectiveChange } from "../../model/impact.ts";
import type { InventoryObjective } from "../../model/inventory.ts";
import { countedIn, countedKey, countIn, type Side } from "./counted-in.ts";
import type { ImpactParts } from "./impact-parts.ts";
import { objectiveChange } from "./objective-change.ts";
import type { DatedPair } from "./run-pair.ts";
import { isSameAnswer } from "./same-answer.ts";

/**
 * The objectives of the plan that are measured otherwise, or against something else. Only those are measured
 * whose own figures differ, or for which a part of the systems comes out otherwise.
 */
export function* objectiveChanges(
  pair: DatedPair,
  parts: ImpactParts,
  touched: ReadonlySet<string>,
): Asking<readonly ObjectiveChange[]> {
  const [old, now] = [pair.before, pair.after].map(({ bundle }) => objectivesOf(bundle)) as [Own, Own];
  const authorities = [pair.before, pair.after].map(({ bundle }) => bundle.plan?.value.authorities);
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort().filter((id) => {
    const [earlier, later] = [old.get(id), now.get(id)];
    const declared = later?.measured_by && "declared_by" in later.measured_by;
    return (
      touched.has(id) ||
      !isSameAnswer(figuresOf(earlier), figuresOf(later)) ||
      (declared && !isSameAnswer(authorities[0], authorities[1]))
    );
  });
  const asked = ids.flatMap((id) =>
    (["before", "after"] as const).flatMap((side) => {
      const by = (side === "before" ? old : now).get(id)?.measured_by;
      return by ? [{ side, by }] : [];
    }),
  );
  yield* pair.base.kept.ask(
    asked.flatMap(({ side, by }) => parts.neighbourhoods.map((part) => countedKey(by, side, pair, part))),
  );
  return ids.flatMap((id) =>
    objectiveChange(
      measuredOn("before", old.get(id), pair, parts),
      measuredOn("after", now.get(id), pair, parts),
    ),
  );
}

type Own = ReadonlyMap<string, Objective>;

function objectivesOf({ plan }: Bundle): Own {
  return new Map(plan?.value.objectives.map((objective) => [objective.id, objective]));
}

function figuresOf(objective: Objective | undefined): unknown {
  return objective && [objective.measured_by, objective.target, objective.date];
}

function measuredOn(
  side: Side,
  objective: Objective | undefined,
  pair: DatedPair,
  parts: ImpactParts,
): InventoryObjective | undefined {
  if (objective === undefined) return undefined;
  const { measured_by: by } = objective;
  const measured = by ? numberOf(by, side, pair, parts) : null;
  return measuredObjective(objective, measured, pair[side].rules.asOf);
}

/** Counts of the parts add up. */
function numberOf(by: Measure, side: Side, pair: DatedPair, parts: ImpactParts): number | null {
  const sum = { ...countIn(by, side, pair, parts.beside) };
  for (const part of parts.neighbourhoods) {
    const { applicable, open } = countedIn(by, side, pair, part);
    sum.applicable += applicable;
    sum.open += open;
  }
  if (!("declared_by" in by)) return measuredBy(by, sum);
  const { bundle, rules } = pair[side];
  return declaredPercent(sum.applicable, bundle.plan?.value, rules.asOf);
}
