import type { Objective, PlanDocument } from "../../model/generated/plan.ts";
import type { InventoryObjective } from "../../model/inventory.ts";
import { type Measured, measure } from "./measure.ts";

/** The objectives of the plan with what their indicators say now. */
export function objectivePart(
  plan: PlanDocument | undefined,
  of: Measured,
  asOf: string,
): readonly InventoryObjective[] {
  return (plan?.objectives ?? []).map((objective) => {
    const measured = objective.measured_by ? measure(objective.measured_by, of) : null;
    return measuredObjective(objective, measured, asOf);
  });
}

/** An objective with the number its indicator has on a date. */
export function measuredObjective(
  objective: Objective,
  measured: number | null,
  asOf: string,
): InventoryObjective {
  return {
    id: objective.id,
    title: objective.title,
    indicator: objective.indicator,
    unit: objective.unit ?? null,
    baseline: objective.baseline ?? null,
    measured,
    target: objective.target ?? null,
    date: objective.date ?? null,
    owner: ownerOf(objective),
    standing: standing(objective, measured, asOf),
  };
}

/** A share is reached at or above its target, a count at or below; past its date what is not reached is late. */
function standing(
  { target, measured_by: by, date }: Objective,
  measured: number | null,
  asOf: string,
): InventoryObjective["standing"] {
  if (measured === null || target === null || target === undefined || !by) return "not-measured";
  const met = "count_of" in by ? measured <= target : measured >= target;
  if (met) return "met";
  return date && date < asOf ? "late" : "open";
}

function ownerOf({ owner }: Objective): string | null {
  return owner && owner !== "none" ? (owner.role ?? null) : null;
}
