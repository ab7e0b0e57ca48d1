import { measuredOutcomes } from "../../engine/inventory/measure.ts";
import type { Manifest } from "../../model/document.ts";
import type { Objective } from "../../model/generated/plan.ts";
import type { FactSet } from "../../model/row.ts";
import { measuredSides } from "./measured-sides.ts";
import type { RunPair } from "./run-pair.ts";

/** A manifest that was judged by both sets, with its facts where these may differ. */
export interface JudgedByBoth {
  readonly manifest: Manifest;
  readonly facts: { readonly before: FactSet; readonly after: FactSet } | undefined;
}

/** The objectives for which one of the manifests judged by both sets, or a row of a part, comes out otherwise. */
export function touchedObjectives(pair: RunPair, judged: readonly JudgedByBoth[]): readonly string[] {
  const objectives = pair.after.bundle.plan?.value.objectives ?? [];
  return objectives.filter((one) => comesOutOtherwise(one, pair, judged)).map(({ id }) => id);
}

function comesOutOtherwise(
  { measured_by: by }: Objective,
  pair: RunPair,
  judged: readonly JudgedByBoth[],
): boolean {
  if (by === undefined || by === null || "declared_by" in by) return false;
  const measures = new Set("share_of" in by ? by.passing : by.failing);
  const mayDiffer = [...pair.cause.rules()].some((rule) => measures.has(rule));
  const other = mayDiffer ? judged : judged.filter(({ facts }) => facts !== undefined);
  if (other.length === 0 && !rowsMayDiffer(pair.cause)) return false;
  const sides = measuredSides(pair);
  const outcomes = (which: "before" | "after") => {
    const known = new Map(other.map((one) => [one.manifest, one.facts?.[which]]));
    const facts = (manifest: Manifest) => known.get(manifest) ?? sides[which].facts(manifest);
    return measuredOutcomes(by, sides[which].measured([...known.keys()], facts)).join();
  };
  return outcomes("before") !== outcomes("after");
}

/** Whether a row of a set may come out otherwise by what it is computed from. */
function rowsMayDiffer({
  ladder,
  plan,
  registryFiles,
  court,
  waivers,
  arrangements,
}: RunPair["cause"]): boolean {
  return ladder || plan || registryFiles || court || waivers.length + arrangements.length > 0;
}
