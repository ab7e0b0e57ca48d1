import type { DatedImpact, Flip } from "../../model/impact.ts";
import { compareManifest } from "./compare-manifest.ts";
import { compareSetRows } from "./compare-set-rows.ts";
import type { Compared } from "./compared.ts";
import { flipsOf } from "./flips-of.ts";
import { isPartAlike } from "./is-part-alike.ts";
import type { RunPair } from "./run-pair.ts";
import { type JudgedByBoth, touchedObjectives } from "./touched-objectives.ts";
import { verdictChanges } from "./verdict-changes.ts";
import { waiverChanges } from "./waiver-changes.ts";

/** What a change does to one part of the systems on one date. Plain data. */
export interface PartImpact
  extends Pick<DatedImpact, "evaluated" | "rows" | "flips" | "verdicts" | "waivers"> {
  /** Objectives for which something in it comes out otherwise. */
  readonly objectives: readonly string[];
}

/** Judges what of a part the change can touch by both sets. */
export function partImpact(pair: RunPair): PartImpact {
  const flips: Flip[] = [];
  const about: Compared[] = [];
  const judged: JudgedByBoth[] = [];
  const touched = mayTouch(pair) ? pair.part.manifests : [];
  const known = touched.length > 0 && isPartAlike(pair);
  let alike = known ? touched.length : 0;
  for (const manifest of known ? [] : touched) {
    const compared = compareManifest(manifest, pair);
    if (compared === undefined) continue;
    if (compared === "alike") {
      alike += 1;
      continue;
    }
    const { before: old, after: now } = compared.facts;
    judged.push({ manifest, facts: old === now ? undefined : compared.facts });
    flips.push(...flipsOf(compared, pair, compared.facts.after));
    if (pair.waived.has(compared.id)) about.push(compared);
  }
  const rows = compareSetRows(pair);
  for (const compared of rows) {
    flips.push(...flipsOf(compared, pair));
    if (pair.waived.has(compared.id)) about.push(compared);
  }
  return {
    evaluated: judged.length + alike,
    rows: rows.length,
    flips,
    verdicts: verdictChanges(new Set(flips.map(({ file }) => file)), pair),
    waivers: waiverChanges(about, pair),
    objectives: touchedObjectives(pair, judged),
  };
}

/** Whether there is anything that a manifest could feel. */
function mayTouch({ turned, cause }: RunPair): boolean {
  const { allRules, ladder, registryFiles, plan, waivers, arrangements } = cause;
  return (
    allRules.size + turned.size + waivers.length + arrangements.length > 0 || ladder || registryFiles || plan
  );
}
