import { child, entries, follow, items, type Place } from "./place.ts";
import { numberAt, textAt } from "./read.ts";

/** A place where devices stand. */
export interface Site {
  /** The id; `undefined` where it is blank. */
  readonly id: string | undefined;
  /** What is written about it; blank for a site that devices stand at and nobody declared. */
  readonly place: Place;
}

/** The sites of a manifest, declared or only named by a device; `undefined` where the list is blank. */
export function sitesIn(root: Place): readonly Site[] | undefined {
  const list = follow(root, "system.sites");
  const declared = items(list)?.map((place) => ({ id: textAt(child(place, "id")), place }));
  if (declared === undefined) return undefined;
  const devices = items(follow(root, "supply_chain.devices")) ?? [];
  const named = new Set(devices.flatMap((device) => (placesOf(device) ?? []).map(([id]) => id)));
  const strangers = [...named].filter((id) => !declared.some((site) => site.id === id));
  return [...declared, ...strangers.map((id) => ({ id, place: { value: undefined, at: list.at } }))];
}

/** Where a device stands, by site id, with the place of the count; `undefined` where that is blank. A count of 0 is no place. */
export function placesOf(device: Place): readonly (readonly [id: string, count: Place])[] | undefined {
  const placed = entries(child(device, "sites"))?.filter(([, count]) => numberAt(count) !== 0);
  return placed?.length === 0 ? undefined : placed;
}
