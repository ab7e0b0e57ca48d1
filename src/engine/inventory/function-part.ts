import type { PlanDocument } from "../../model/generated/plan.ts";
import type { InventoryFunction } from "../../model/inventory.ts";
import { membersOf, type SeenSystem } from "./seen-system.ts";

/** Systems by function in use, and the objectives of the plan that speak of it. */
export function functionPart(
  systems: readonly SeenSystem[],
  plan: PlanDocument | undefined,
): readonly InventoryFunction[] {
  const using = systems.map((system) => ({
    system,
    functions: membersOf(system.facts.system.cell("system.functions_in_use").value),
  }));
  const names = [...new Set(using.flatMap(({ functions }) => functions))].sort();
  return names.map((name) => {
    const of = using.filter(({ functions }) => functions.includes(name));
    const objectives = plan?.objectives?.filter(({ functions }) =>
      (functions as readonly string[] | undefined)?.includes(name),
    );
    return {
      function: name,
      systems: of.length,
      failing: of.filter(({ system }) => system.judged.verdict === "fail").length,
      objectives: (objectives ?? []).map(({ id }) => id),
    };
  });
}
