import type { FactSet, Row } from "../model/row.ts";
import type { Tier } from "../model/rule.ts";

const OWN_TIER = new Set(["site", "device", "placement"]);
const TIERS = new Set<unknown>(["T1", "T2", "T3", "T4"]);

/** The tier a row is judged by: its own for sites, devices and placements, else the system's; `undefined` where undecided. */
export function tierOf(row: Row, facts: FactSet): Tier | undefined {
  const value = OWN_TIER.has(row.subject)
    ? row.cell(`${row.subject}.tier`).value
    : facts.system.cell("system.tier").value;
  // The vocabulary declares tiers as this ordered enum; anything else is unknown.
  return TIERS.has(value) ? (value as Tier) : undefined;
}
