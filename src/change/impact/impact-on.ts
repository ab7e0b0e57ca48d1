import { byText } from "../../engine/by-text.ts";
import type { Asking } from "../../engine/kept/asking.ts";
import type { DatedImpact, Flip } from "../../model/impact.ts";
import { impactGroups } from "./impact-groups.ts";
import type { ImpactParts } from "./impact-parts.ts";
import { objectiveChanges } from "./objective-changes.ts";
import { type PartImpact, partImpact } from "./part-impact.ts";
import { type DatedPair, pairWithin } from "./run-pair.ts";

/** What stands for what a change does to each part on a date, in what is kept. */
export function impactKeys(pair: DatedPair, parts: ImpactParts): readonly string[] {
  const { before, after, base } = pair;
  const { asOf } = before.rules;
  const scope = JSON.stringify([before.bundle.digests, after.bundle.digests, asOf, after.language]);
  return parts.neighbourhoods.map(({ keys }) => base.kept.keyOf(["impact", scope, ...keys]));
}

/** What a change does on one date: what it does to each part, put together. Parts of which that is kept are not judged. */
export function* impactOn(pair: DatedPair, parts: ImpactParts): Asking<DatedImpact> {
  const { kept } = pair.base;
  const keys = impactKeys(pair, parts);
  const all = parts.neighbourhoods.map((part, index): PartImpact => {
    const key = keys[index] ?? "";
    const known = kept.find(key);
    // Its key names this program, which wrote it as below.
    if (known !== undefined) return JSON.parse(known) as PartImpact;
    const found = partImpact(pairWithin(pair, part));
    kept.keep(key, JSON.stringify(found));
    return found;
  });
  all.push(partImpact(pairWithin(pair, parts.beside)));
  const flips = all.flatMap((one) => one.flips).sort(byPlace);
  const { registry } = pair.after.bundle;
  const objectives = new Set(all.flatMap((one) => one.objectives));
  return {
    date: pair.before.rules.asOf,
    evaluated: sum(all.map(({ evaluated }) => evaluated)),
    rows: sum(all.map(({ rows }) => rows)),
    flips,
    verdicts: all.flatMap(({ verdicts }) => verdicts).sort((a, b) => byText(a.file, b.file)),
    waivers: all.flatMap(({ waivers }) => waivers).sort((a, b) => byText(a.id, b.id)),
    objectives: yield* objectiveChanges(pair, parts, objectives),
    by: impactGroups(
      flips,
      (id) => (registry.entity(id) ?? pair.before.bundle.registry.entity(id))?.name ?? id,
    ),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function byPlace(a: Flip, b: Flip): number {
  return byText(a.file, b.file) || a.line - b.line || byText(a.rule, b.rule) || byText(a.subject, b.subject);
}
