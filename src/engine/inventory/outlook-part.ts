import type { InventoryOutlook } from "../../model/inventory.ts";
import type { SeenSystem } from "./seen-system.ts";

/** What municipalities hope for and fear for one horizon, in their own words. */
export function outlookPart(systems: readonly SeenSystem[], horizon: "short" | "long"): InventoryOutlook {
  const said = systems.map(({ manifest }) => {
    const { objective, metadata } = manifest.value;
    const of = (list: unknown) => textsOf(list, horizon).map((text) => ({ manifest: metadata.id, text }));
    return { opportunities: of(objective?.opportunities), challenges: of(objective?.challenges) };
  });
  return {
    opportunities: said.flatMap(({ opportunities }) => opportunities),
    challenges: said.flatMap(({ challenges }) => challenges),
    silent: said.filter(({ opportunities, challenges }) => opportunities.length + challenges.length === 0)
      .length,
  };
}

function textsOf(list: unknown, horizon: string): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: { readonly horizon?: unknown; readonly text?: unknown }) =>
    entry.horizon === horizon && typeof entry.text === "string" ? [entry.text] : [],
  );
}
