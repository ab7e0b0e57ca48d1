import { Temporal } from "temporal-polyfill";
import type { ReportDocument } from "../model/generated/report.ts";
import { HORIZON_DAYS } from "../model/horizon.ts";

/**
 * The first later date on which the same input is judged differently, found by evaluating each day ahead; the end of the horizon
 * where there is none. The dates of findings are not enough for that: what passes today has none.
 */
export function validUntil(report: ReportDocument, reportOn: (date: string) => ReportDocument): string {
  const start = Temporal.PlainDate.from(report.as_of);
  const today = outcome(report);
  // Where files stand is the same on every day; only what was judged by rules may change.
  const judged = report.manifests.length > 0 || Object.values(report.counts).some((count) => count > 0);
  const first = judged ? 1 : HORIZON_DAYS;
  for (let days = first; days < HORIZON_DAYS; days += 1) {
    const date = start.add({ days }).toString();
    if (outcome(reportOn(date)) !== today) return date;
  }
  return start.add({ days: HORIZON_DAYS }).toString();
}

function outcome(report: ReportDocument): string {
  return JSON.stringify(
    report.findings.map(({ fingerprint, state, effect, outcome }) => [fingerprint, state, effect, outcome]),
  );
}
