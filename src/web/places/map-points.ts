import { groupBy } from "../../facts/group-by.ts";
import type { Verdict } from "../../model/generated/report.ts";
import type { InventoryMunicipality } from "../../model/inventory.ts";
import type { Language } from "../../model/language.ts";
import { municipalityPath } from "../municipalities/municipality-path.ts";
import type { SiteContext } from "../site-context.ts";
import { listSystems } from "../systems/listed-system.ts";
import { placesOf } from "../systems/places-of.ts";
import { municipalityOf } from "../systems/systems-table.ts";

/** A municipality or body in the middle of those of its places that the site may show. */
export interface MapPoint {
  readonly path: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly lat: number;
  readonly lon: number;
  /** How many places it is the middle of. */
  readonly places: number;
}

/** Points for a map, and how many places are on none. */
export interface MapPoints {
  readonly points: readonly MapPoint[];
  /** Places whose position is stated and not shown. */
  readonly withheld: number;
  /** Places of which nobody stated the position. */
  readonly unplaced: number;
}

/** Every municipality with a place that may be shown, in the order of the inventory. */
export function mapPoints(context: SiteContext, language: Language): MapPoints {
  const places = listSystems(context, language).flatMap((system) =>
    placesOf(system, context.view).map((place) => ({
      ...place,
      owner: municipalityPath(municipalityOf(system)),
    })),
  );
  const shown = groupBy(
    places.flatMap(({ owner, position }) => (position ? [{ owner, ...position }] : [])),
    ({ owner }) => owner,
  );
  return {
    points: context.inventory.coverage.by_municipality.flatMap((one) =>
      pointOf(one, shown.get(municipalityPath(one)) ?? []),
    ),
    withheld: places.filter(({ isWithheld }) => isWithheld).length,
    unplaced: places.filter(({ position, isWithheld }) => !position && !isWithheld).length,
  };
}

function pointOf(
  municipality: InventoryMunicipality,
  places: readonly { readonly lat: number; readonly lon: number }[],
): readonly MapPoint[] {
  if (places.length === 0) return [];
  const middle = (axis: "lat" | "lon") => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  const { name, verdict } = municipality;
  return [
    {
      path: municipalityPath(municipality),
      name,
      verdict,
      lat: middle("lat"),
      lon: middle("lon"),
      places: places.length,
    },
  ];
}
