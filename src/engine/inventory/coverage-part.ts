import { sameCode } from "../../facts/municipality-code.ts";
import type { PlanDocument } from "../../model/generated/plan.ts";
import type { Inventory, InventoryCoverage, InventoryMunicipality } from "../../model/inventory.ts";
import { countBy, groupBy, type SeenSystem } from "./seen-system.ts";

const LOCAL = new Set<unknown>(["city", "local_council", "regional_council"]);

/** Who has declared systems, how many, and how they stand. */
export function coveragePart(
  systems: readonly SeenSystem[],
  plan: PlanDocument | undefined,
  asOf: string,
): InventoryCoverage {
  const groups = [...groupBy(systems, codeOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const municipalities = groups.map(([, group]) => municipality(group));
  const authorities = authoritiesOn(plan, asOf);
  const local = municipalities.filter(({ type }) => LOCAL.has(type)).length;
  return {
    municipalities: municipalities.length,
    local_authorities: local,
    authorities: authorities && {
      count: authorities.count,
      as_of: authorities.as_of,
      verified: authorities.verified,
    },
    percent: declaredPercent(local, plan, asOf),
    systems: systems.length,
    by_municipality: municipalities,
  };
}

/** How many local authorities of all declared anything, in per cent; `null` where the plan does not say how many there are. */
export function declaredPercent(local: number, plan: PlanDocument | undefined, asOf: string): number | null {
  const authorities = authoritiesOn(plan, asOf);
  return authorities && percent(local, authorities.count);
}

/** The number of all authorities is itself a dated figure: the newest one of the date counts. */
function authoritiesOn(plan: PlanDocument | undefined, asOf: string) {
  return plan?.authorities?.filter(({ as_of }) => as_of <= asOf).at(-1) ?? null;
}

/** A share in per cent, to one decimal. */
export function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 1000) / 10;
}

/** Systems by tier, `unknown` where it cannot be decided. */
export function tiersOf(systems: readonly SeenSystem[]): Inventory["tiers"] {
  const none = { T1: 0, T2: 0, T3: 0, T4: 0, unknown: 0 };
  return { ...none, ...countBy(systems, ({ judged }) => judged.tier ?? "unknown") };
}

/** One authority; ministries and bodies share a code, so they are told apart by name. */
export function codeOf({ manifest }: SeenSystem): string {
  const { cbs_code, name } = manifest.value.metadata.municipality;
  return cbs_code === "gov" ? `gov ${name}` : sameCode(cbs_code);
}

function municipality(group: readonly SeenSystem[]): InventoryMunicipality {
  const [first] = group;
  if (first === undefined) throw new Error("a group has a member");
  const { cbs_code, name, type } = first.manifest.value.metadata.municipality;
  const verdicts = new Set(group.map(({ judged }) => judged.verdict));
  return {
    cbs_code,
    name,
    type: type ?? null,
    systems: group.length,
    tiers: tiersOf(group),
    verdict: verdicts.has("fail") ? "fail" : verdicts.has("needs-approval") ? "needs-approval" : "pass",
    failing: group.filter(({ judged }) => judged.verdict === "fail").length,
  };
}
