import { coveragePart } from "../../engine/inventory/coverage-part.ts";
import { type MeasureTally, tallyOf } from "../../engine/inventory/measure.ts";
import type { SeenSystem } from "../../engine/inventory/seen-system.ts";
import type { Manifest } from "../../model/document.ts";
import type { Measure } from "../../model/generated/plan.ts";
import type { ImpactPart } from "./impact-parts.ts";
import { type MeasuredSide, measuredSides } from "./measured-sides.ts";
import { type DatedPair, pairWithin } from "./run-pair.ts";

/** A bundle of a pair. */
export type Side = "before" | "after";

/** What stands for a count in what is kept. It rests on one bundle alone, so that every change tried on it finds it again. */
export function countedKey(by: Measure, side: Side, pair: DatedPair, part: ImpactPart): string {
  const { bundle, rules } = pair[side];
  const scope = JSON.stringify([bundle.digests, rules.asOf, by]);
  return pair.base.kept.keyOf(["counted", scope, ...part.keys]);
}

/** What an indicator counts in one part. Of one about who declared anything, `applicable` is how many local authorities did. */
export function countedIn(by: Measure, side: Side, pair: DatedPair, part: ImpactPart): MeasureTally {
  const { kept } = pair.base;
  const key = countedKey(by, side, pair, part);
  const known = kept.find(key);
  // Its key names this program, which wrote it as below.
  if (known !== undefined) return JSON.parse(known) as MeasureTally;
  const counted = countIn(by, side, pair, part);
  kept.keep(key, JSON.stringify(counted));
  return counted;
}

/** The same, counted anew. */
export function countIn(by: Measure, side: Side, pair: DatedPair, part: ImpactPart): MeasureTally {
  const of = measuredSides(pairWithin(pair, part))[side];
  return "declared_by" in by
    ? { applicable: localAuthorities(part.manifests, of, pair[side].rules.asOf), open: 0 }
    : tallyOf(by, of.measured(part.manifests));
}

/** Who declared anything does not rest on how their systems were judged. */
function localAuthorities(manifests: readonly Manifest[], { facts }: MeasuredSide, asOf: string): number {
  const systems = manifests.map(
    (manifest): SeenSystem => ({
      manifest,
      get facts() {
        return facts(manifest);
      },
      judged: { id: manifest.value.metadata.id, file: manifest.file, tier: null, verdict: "pass" },
    }),
  );
  return coveragePart(systems, undefined, asOf).local_authorities;
}
