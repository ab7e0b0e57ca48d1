import type { Cell } from "../model/row.ts";
import { NONE } from "../model/value.ts";
import { blank, known, unsettled } from "./cells.ts";
import { deviceQuantity } from "./device-quantity.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow, items } from "./place.ts";
import { isNone, numberAt, textAt } from "./read.ts";

/** Counts, shares and horizons of a system. */
export const SYSTEM_GOVERNANCE = {
  "system.opportunity_horizons": (view: ManifestView): Cell => horizons(view, "objective.opportunities"),
  "system.challenge_horizons": (view: ManifestView): Cell => horizons(view, "objective.challenges"),
  "system.searches_without_order": searchesWithoutOrder,
  "system.price_percent": pricePercent,
  "system.serials_missing": serialsMissing,
} as const;

/** Horizons under which something is really said. */
function horizons(view: ManifestView, path: string): Cell {
  const list = follow(view.root, path);
  const entries = items(list);
  if (entries === undefined) return blank(list.at);
  const named = entries.filter((entry) => textAt(child(entry, "text")) !== undefined);
  const found = named.flatMap((entry) => textAt(child(entry, "horizon")) ?? []);
  return known(found.length === 0 ? NONE : new Set(found), list.at);
}

function searchesWithoutOrder(view: ManifestView): Cell {
  const searches = follow(view.root, "system.functions.searches");
  const [total, ordered] = ["total", "with_order"].map((key) => numberAt(child(searches, key)));
  if (total === undefined || ordered === undefined) return blank(searches.at);
  // More orders than searches contradict each other, so that the rest says nothing.
  return total < ordered ? unsettled(searches.at) : known(total - ordered, searches.at);
}

/** A contract without a price counts as 0; without an estimate there is nothing to compare with. */
function pricePercent(view: ManifestView): Cell {
  const value = follow(view.root, "supply_chain.contract.value_nis");
  const estimate = follow(view.root, "supply_chain.contract.independent_estimate_nis");
  const price = isNone(value) ? 0 : numberAt(value);
  const fair = numberAt(estimate);
  if (price === undefined || fair === undefined || fair === 0)
    return blank(price === undefined ? value.at : estimate.at);
  return known((price * 100) / fair, value.at, { related: [estimate.at] });
}

/** Of devices bought and devices counted at the sites the larger number has to be accounted for. */
function serialsMissing(view: ManifestView): Cell {
  const serials = follow(view.root, "decommissioning.serials");
  const accounted = items(serials)?.length;
  const installed = items(follow(view.root, "supply_chain.devices"))?.map(
    (device) => deviceQuantity(device)?.max,
  );
  if (accounted === undefined || installed === undefined || installed.includes(undefined))
    return blank(serials.at);
  const bought = installed.reduce<number>((sum, quantity) => sum + (quantity ?? 0), 0);
  const atSites = (view.sites ?? []).reduce(
    (sum, { place }) => sum + (numberAt(child(place, "devices")) ?? 0),
    0,
  );
  return known(Math.max(0, Math.max(bought, atSites) - accounted), serials.at);
}
