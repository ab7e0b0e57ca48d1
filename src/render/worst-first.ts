import type { Finding } from "../model/generated/report.ts";
import { STANDINGS, standingOf } from "./tally.ts";

const SEVERITIES: readonly Finding["severity"][] = ["critical", "high", "medium", "low"];

/** The findings with the worst first: by effect or state, then severity, else in the order of the report. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}
