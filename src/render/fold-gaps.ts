import type { Finding } from "../model/generated/report.ts";
import { ruleLabel } from "./rule-label.ts";
import { STANDINGS, standingOf } from "./tally.ts";

/** A finding to show, and the others that wait for the same gap to be filled. */
export interface Shown {
  readonly finding: Finding;
  readonly also: readonly Finding[];
}

/**
 * Findings to show one by one, in the order given. Where several rules wait for one thing that is not written,
 * such as a company nobody named, only the weightiest stands in full and the others stand under it by name.
 */
export function foldGaps(findings: readonly Finding[]): readonly Shown[] {
  const gaps = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = gapOf(finding);
    if (key !== undefined) gaps.set(key, [...(gaps.get(key) ?? []), finding]);
  }
  return findings.flatMap((finding) => {
    const group = gaps.get(gapOf(finding) ?? "") ?? [finding];
    const lead = group.toSorted(byWeight)[0];
    return finding === lead ? { finding, also: group.filter((other) => other !== lead) } : [];
  });
}

/** `VEN-03, VEN-06, VEN-08`, each once. */
export function gapRules({ also }: Shown): readonly string[] {
  return [...new Set(also.map(ruleLabel))];
}

/** What identifies a gap: the row that is not written. A finding about a value that is written has none. */
function gapOf({ missing, subject, manifest, location, state }: Finding): string | undefined {
  if (missing.length === 0 || subject === "") return undefined;
  const { file, line, column } = location;
  return JSON.stringify([file, manifest, subject, line, column, state]);
}

function byWeight(a: Finding, b: Finding): number {
  return (
    STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) ||
    Number(a.outcome === "unknown") - Number(b.outcome === "unknown")
  );
}
