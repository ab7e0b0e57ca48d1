import type { Row } from "../model/row.ts";

/** What to look for in place of a party in roles that supply the same whatever the system is. */
const SUPPLIED: readonly (readonly [roles: readonly string[], categories: readonly string[]])[] = [
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

/** Categories in which alternatives to a party are looked for: by its roles where one kind covers them all, else those of the system. */
export function categoriesSought(party: Row, system: readonly string[]): readonly string[] {
  const roles = party.cell("party.roles").value;
  if (!(roles instanceof Set) || roles.size === 0) return system;
  const kind = SUPPLIED.find(([covered]) => [...roles].every((role) => covered.includes(role)));
  return kind === undefined ? system : kind[1];
}
