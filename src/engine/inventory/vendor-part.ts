import type { Inventory, InventoryVendor } from "../../model/inventory.ts";
import { wordingIn } from "../../model/language.ts";
import type { Registry } from "../../model/registry.ts";
import type { Row } from "../../model/row.ts";
import { groupBy, membersOf, type SeenSystem } from "./seen-system.ts";

/** At or above this share a holder controls a company (OFAC's 50 Percent Rule is the model). */
export type ControlShare = number;

interface Mention {
  readonly system: SeenSystem;
  readonly party: Row;
}

/** Every company named in a system, where it comes from, who controls it and how much of it there is. */
export function vendorPart(
  systems: readonly SeenSystem[],
  registry: Registry,
  asOf: string,
  controlShare: ControlShare,
): readonly InventoryVendor[] {
  const mentions = systems.flatMap((system) =>
    system.facts
      .rows("party")
      .filter((party) => party.cell("party.kind").value === "company" || isUnnamed(party))
      .map((party) => ({ system, party })),
  );
  return [...groupBy(mentions, ({ party }) => party.key)]
    .map(([key, group]) => vendor(key, group, registry, asOf, controlShare))
    .sort((a, b) => b.devices - a.devices || b.systems - a.systems || (a.name < b.name ? -1 : 1));
}

/** Devices and systems by the country the maker of the product is registered in; `null` where nobody knows. */
export function originPart(systems: readonly SeenSystem[], registry: Registry): Inventory["origins"] {
  const devices = systems.flatMap((system) =>
    system.facts.rows("device").map((device) => ({
      system,
      country: registry.entity(device.scope("party")?.key ?? "")?.jurisdiction ?? null,
      quantity: quantityOf(system, device),
    })),
  );
  return [...groupBy(devices, ({ country }) => country ?? "")]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([country, group]) => ({
      country: country === "" ? null : country,
      systems: new Set(group.map(({ system }) => system)).size,
      devices: group.reduce((sum, { quantity }) => sum + quantity, 0),
    }));
}

/** A name that is written and leads nowhere counts; a role nobody is named for does not. */
function isUnnamed(party: Row): boolean {
  return party.written &&
    party.cell("party.kind").stated &&
    typeof party.cell("party.kind").value === "symbol"
    ? party.cell("party.name").stated && typeof party.cell("party.name").value === "string"
    : false;
}

function vendor(
  key: string,
  group: readonly Mention[],
  registry: Registry,
  asOf: string,
  controlShare: ControlShare,
): InventoryVendor {
  const entity = registry.entity(key);
  const holders = entity === undefined ? [] : registry.holders(key, asOf);
  const controlling = holders.filter(({ control }) => control.min >= controlShare);
  const lists = controlling.flatMap((holder) =>
    registry
      .listings(holder.entity, asOf)
      .filter((listing) => holder.entity === key || listing.includesAffiliates)
      .map((listing) => listing.list),
  );
  const roles = group.flatMap(({ party }) => membersOf(party.cell("party.roles").value));
  return {
    entity: entity === undefined ? null : key,
    name: entity?.name ?? wordingIn(group[0]?.party.title ?? key, "en"),
    country: entity?.jurisdiction ?? null,
    controllers: unique(controlling.map((holder) => holder.entity).filter((id) => id !== key)),
    lists: unique(lists),
    roles: unique(roles),
    systems: new Set(group.map(({ system }) => system)).size,
    devices: group.reduce((sum, { system }) => sum + madeBy(key, system), 0),
  };
}

/** Devices in a system whose product comes from a company. */
function madeBy(key: string, system: SeenSystem): number {
  return system.facts
    .rows("device")
    .filter((device) => device.scope("party")?.key === key)
    .reduce((sum, device) => sum + quantityOf(system, device), 0);
}

/** The declared number of devices of a model; 0 where it is blank. */
function quantityOf({ manifest }: SeenSystem, device: Row): number {
  const index = Number(device.pointer.split("/").at(-1));
  const devices = manifest.value.supply_chain?.devices;
  const quantity = Array.isArray(devices) ? devices[index]?.quantity : undefined;
  return typeof quantity === "number" ? quantity : 0;
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort();
}
