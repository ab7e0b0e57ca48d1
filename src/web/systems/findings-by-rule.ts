import { groupBy } from "../../facts/group-by.ts";
import type { Finding } from "../../model/generated/report.ts";

/** Findings of one rule that weigh the same, in groups: what fails before what is undecided, the heavier and then the larger first. */
export function findingsByRule(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = groupBy(findings, ({ rule, effect, outcome, state }) =>
    [rule, effect, outcome, state].join(" "),
  );
  return [...groups.values()].sort((a, b) => weightOf(a[0]) - weightOf(b[0]) || b.length - a.length);
}

const WEIGHT: readonly Finding["effect"][] = ["block", "approve", "warn", "note"];

function weightOf(finding: Finding | undefined): number {
  if (finding === undefined) return Number.POSITIVE_INFINITY;
  const { state, outcome, effect } = finding;
  return (state === "open" ? 0 : 20) + (outcome === "fail" ? 0 : 10) + WEIGHT.indexOf(effect);
}
