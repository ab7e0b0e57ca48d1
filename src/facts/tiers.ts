import type { Cell } from "../model/row.ts";
import { UNKNOWN } from "../model/value.ts";
import { blank, known } from "./cells.ts";
import type { ManifestView } from "./manifest-view.ts";
import type { Site } from "./sites-in.ts";
import { systemRow } from "./system-row.ts";

/** The tier the system would have with one site alone, pointing at the site. A blank site leaves open what it decides. */
export function siteTier(view: ManifestView, site: Site): Cell {
  return known(view.tier(systemRow({ ...view, sites: [site] })), site.place.at);
}

/** The highest of several tiers; unknown where one is, unless another is already at the top. */
export function highestTier(tiers: readonly Cell[], at: string): Cell {
  const values = tiers.map(({ value }) => value);
  if (values.includes("T4")) return known("T4", at);
  if (values.length === 0 || values.includes(UNKNOWN)) return blank(at);
  return known(
    values
      .filter((value) => typeof value === "string")
      .sort()
      .at(-1),
    at,
  );
}
