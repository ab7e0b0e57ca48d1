import type { Texts } from "../model/language.ts";
import type { Row } from "../model/row.ts";
import { createRow } from "./create-row.ts";
import { DEVICE_FACTS } from "./device-facts.ts";
import type { FactBase } from "./fact-base.ts";
import { deviceScope } from "./listing-scope.ts";
import { brandIsMaker, makerEvidence } from "./maker-evidence.ts";
import { once } from "./once.ts";
import { partyRow } from "./party-row.ts";
import { child, follow, items, type Place } from "./place.ts";
import { emptyPlacement, type PlacedDevice, placementRows } from "./placement-rows.ts";
import { productOrigin } from "./product-origin.ts";
import { numberAt, textAt } from "./read.ts";
import { riskSince } from "./risk-since.ts";
import { placesOf } from "./sites-in.ts";
import { highestTier } from "./tiers.ts";
import { numbered, uniqueKeys } from "./unique-keys.ts";
import { subjectTexts } from "./value-texts.ts";

/** A device model with where it stands. */
export interface DeviceRow {
  readonly row: Row;
  readonly placements: () => readonly Row[];
  readonly device: PlacedDevice;
}

const FACTS = {
  ...DEVICE_FACTS,
  "device.maker_evidence": makerEvidence,
  "device.brand_is_maker": brandIsMaker,
} as const;

/** The device models of a manifest; one blank device where the list is blank. */
export function deviceRows(base: FactBase): readonly DeviceRow[] {
  const list = follow(base.view.root, "supply_chain.devices");
  const places = items(list);
  if (places === undefined)
    return [deviceRow(base, { value: undefined, at: list.at }, "device", false, subjectTexts("device"))];
  const keys = uniqueKeys(places.map((place) => nameOf(place) ?? "device"));
  return places.map((place, index) => {
    const key = keys[index] ?? "device";
    const title = nameOf(place) === undefined ? numbered(subjectTexts("device"), key) : key;
    return deviceRow(base, place, key, true, title);
  });
}

function deviceRow(
  base: FactBase,
  place: Place,
  key: string,
  written: boolean,
  title: Row["title"],
): DeviceRow {
  const { view, system } = base;
  const origin = once(() => productOrigin(view, place));
  const party = once(() => {
    const lead = origin();
    return partyRow(view, base.groupOf(lead), { system, lead, listing: deviceScope(view, place) });
  });
  const row: Row = createRow({
    view,
    subject: "device",
    key,
    title,
    pointer: place.at,
    written,
    place,
    facts: FACTS,
    derive: {
      "device.tier": () =>
        highestTier(
          placements().map((placement) => placement.cell("placement.tier")),
          child(place, "sites").at,
        ),
      "device.risk_since": () => riskSince(view, origin()),
    },
    scopes: { system, device: () => row, party },
    turns: () => party().turns?.() ?? [],
  });
  const device = { row, place, origin };
  const placements = once(() => placementRows(base, device));
  return { row, placements, device };
}

/**
 * Where devices stand: for each device its sites, and, where every device says where it stands, an unknown
 * device at each site that none of them names or that counts more than they do.
 */
export function allPlacements(base: FactBase, devices: readonly DeviceRow[]): readonly Row[] {
  const placed = devices.flatMap(({ placements }) => placements());
  const open = devices.some(({ device }) => placesOf(device.place) === undefined);
  // Where neither a site nor a device is written, nothing says that a device stands anywhere.
  if (open || (devices.length === 0 && base.view.sites === undefined)) return placed;
  const counted = new Map<string, number>();
  for (const { device } of devices)
    for (const [id, count] of placesOf(device.place) ?? [])
      counted.set(id, (counted.get(id) ?? 0) + (numberAt(count) ?? Number.POSITIVE_INFINITY));
  const unknown = base.sites().filter(({ id, place }) => {
    const stated = numberAt(child(place, "devices"));
    const known = counted.get(id ?? "");
    return known === undefined ? stated !== 0 : stated !== undefined && stated > known;
  });
  return [
    ...placed,
    ...unknown.map((site) => {
      const place = { value: undefined, at: site.place.at };
      return emptyPlacement(base, deviceRow(base, place, "device not stated", false, NO_DEVICE).device, site);
    }),
  ];
}

const NO_DEVICE: Texts = {
  en: "device not stated",
  he: "מכשיר שלא צוין",
  ar: "جهاز غير مذكور",
};

function nameOf(place: Place): string | undefined {
  return (
    textAt(child(place, "model")) ?? textAt(child(place, "brand")) ?? textAt(child(place, "manufacturer"))
  );
}
