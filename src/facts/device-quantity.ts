import type { NumberRange } from "../model/value.ts";
import { child, type Place } from "./place.ts";
import { numberAt } from "./read.ts";

/**
 * How many devices of one model there are: what is written under `quantity`, and what stands at the sites in all
 * where each says how many. A range where the two differ, `undefined` where the quantity is blank.
 */
export function deviceQuantity(device: Place): NumberRange | undefined {
  const quantity = numberAt(child(device, "quantity"));
  if (quantity === undefined) return undefined;
  const { value } = child(device, "sites");
  const sites = Object.values(typeof value === "object" ? (value ?? {}) : {});
  const atSites = sites.reduce<number>((sum, count) => sum + (typeof count === "number" ? count : 0), 0);
  // A site that does not say how many stand there makes the sum too small, never too large.
  const isWhole = sites.length > 0 && sites.every((count) => typeof count === "number");
  return { min: isWhole ? Math.min(quantity, atSites) : quantity, max: Math.max(quantity, atSites) };
}
