import { groupBy } from "../facts/group-by.ts";
import { onceFor } from "../facts/once-for.ts";
import type { FactSet, Row } from "../model/row.ts";

/** What to look for in place of a party in roles that supply the same whatever the system is. */
const SUPPLIED: readonly (readonly [roles: readonly string[], categories: readonly string[]])[] = [
  [["carrier", "hop"], ["carrier"]],
  [["carrier", "hop", "cable_landing", "cable_supplier", "cable_operator"], ["telecom_network"]],
  [
    ["cloud", "sub_processor", "backup", "telemetry"],
    ["city_data_platform", "digital_service"],
  ],
  [
    ["app_publisher", "sdk", "preinstalled_app"],
    ["resident_app", "digital_service"],
  ],
];
const MAKERS: ReadonlySet<string> = new Set(["manufacturer", "brand", "product_origin"]);
/** Devices whose makers the registry tells from those who supply a system of them. */
const MADE: ReadonlySet<string> = new Set(["camera", "recorder", "network_equipment"]);

/**
 * Categories in which alternatives to the party of a row are looked for: the category of the device, or of those
 * the party makes; by its roles where one kind covers them all; else those of the system.
 */
export function categoriesSought(
  row: Row,
  system: readonly string[],
  facts: Pick<FactSet, "rows"> | undefined,
): readonly string[] {
  const party = row.scope("party");
  const roles = rolesOf(party);
  const device = row.scope("device");
  const makes = roles.length > 0 && roles.every((role) => MAKERS.has(role));
  const devices =
    device !== undefined
      ? [device]
      : makes
        ? (madeBy(facts?.rows("device") ?? []).get(party?.key ?? "") ?? [])
        : [];
  const made = [...new Set(devices.map((one) => String(one.cell("device.category").value)))];
  if (made.length > 0 && made.every((category) => MADE.has(category))) return made;
  if (roles.length === 0) return system;
  const kind = SUPPLIED.find(([covered]) => roles.every((role) => covered.includes(role)));
  return kind === undefined ? system : kind[1];
}

/** Who stands in the manifest already in a role that the party has: they take its place in nothing. */
export function besideInRole(party: Row, facts: Pick<FactSet, "rows"> | undefined): ReadonlySet<string> {
  const byRole = inRoles(facts?.rows("party") ?? []);
  return new Set(rolesOf(party).flatMap((role) => byRole.get(role) ?? []));
}

/** Keys of parties by each role they have. */
const inRoles = onceFor((parties: readonly Row[]) => {
  const byRole = new Map<string, string[]>();
  for (const party of parties) {
    for (const role of rolesOf(party)) {
      const keys = byRole.get(role);
      if (keys === undefined) byRole.set(role, [party.key]);
      else keys.push(party.key);
    }
  }
  return byRole;
});

/** Devices by the key of the company they come from. */
const madeBy = onceFor((devices: readonly Row[]) =>
  groupBy(devices, (device) => device.scope("party")?.key ?? ""),
);

function rolesOf(party: Row | undefined): readonly string[] {
  const roles = party?.cell("party.roles").value;
  return roles instanceof Set ? [...roles].map(String) : [];
}
