import { type Texts, wordingIn } from "../model/language.ts";
import type { Row } from "../model/row.ts";
import { known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import type { FactBase } from "./fact-base.ts";
import { deviceScope } from "./listing-scope.ts";
import type { Mention } from "./mention.ts";
import { once } from "./once.ts";
import { partyRow } from "./party-row.ts";
import { child, type Place } from "./place.ts";
import { numberAt } from "./read.ts";
import { type SiteRow, unknownSite } from "./site-rows.ts";
import { placesOf } from "./sites-in.ts";

/** The device a placement places, and the company its product comes from. */
export interface PlacedDevice {
  readonly row: Row;
  readonly place: Place;
  readonly origin: () => Mention;
}

/**
 * One row for each site the device is said to stand at, declared or not; one at an unknown site where none is said,
 * and where there are more devices than the sites have in all.
 */
export function placementRows(base: FactBase, device: PlacedDevice): readonly Row[] {
  const placed = placesOf(device.place);
  const elsewhere = (at: string) => {
    const site = unknownSite(base.view, base.system, "site not stated", NO_SITE);
    return placementRow(base, device, site, at, false);
  };
  if (placed === undefined) return [elsewhere(child(device.place, "sites").at)];
  const stated = placed.map(([id, count]) => {
    const [site, second] = base.sites().filter((one) => one.id === id);
    // Of two sites with one id neither is certain.
    const certain =
      site !== undefined && second === undefined ? site : unknownSite(base.view, base.system, id);
    return placementRow(base, device, certain, count.at, true);
  });
  return isAllPlaced(device.place, placed)
    ? stated
    : [...stated, elsewhere(child(device.place, "quantity").at)];
}

/** Whether the sites have all devices of a model, as far as both say how many. */
function isAllPlaced(device: Place, placed: NonNullable<ReturnType<typeof placesOf>>): boolean {
  const counts = placed.map(([, count]) => numberAt(count) ?? Number.POSITIVE_INFINITY);
  return (numberAt(child(device, "quantity")) ?? 0) <= counts.reduce((sum, count) => sum + count, 0);
}

/** A placement at a site where devices should stand and none is said to. */
export function emptyPlacement(base: FactBase, device: PlacedDevice, site: SiteRow): Row {
  return placementRow(base, device, site, site.place.at, false);
}

function placementRow(
  base: FactBase,
  device: PlacedDevice,
  site: SiteRow,
  at: string,
  written: boolean,
): Row {
  const { view, system } = base;
  const party = once(() => {
    const lead = device.origin();
    const listing = deviceScope(view, device.place, site);
    return partyRow(view, base.groupOf(lead), { system, lead, listing });
  });
  const row: Row = createRow({
    view,
    subject: "placement",
    key: `${device.row.key}@${site.row.key}`,
    title: titleOf(device.row, site.row),
    pointer: at,
    written,
    place: { value: undefined, at },
    derive: { "placement.tier": () => known(site.row.cell("site.tier").value, at) },
    scopes: { system, device: () => device.row, site: () => site.row, party, placement: () => row },
  });
  return row;
}

const NO_SITE: Texts = { en: "site not stated", he: "לא צוין", ar: "غير مذكور" };

function titleOf(device: Row, site: Row): Texts {
  return {
    en: `${wordingIn(device.title, "en")} at ${wordingIn(site.title, "en")}`,
    he: `${wordingIn(device.title, "he")}, אתר: ${wordingIn(site.title, "he")}`,
    ar: `${wordingIn(device.title, "ar")}، الموقع: ${wordingIn(site.title, "ar")}`,
  };
}
