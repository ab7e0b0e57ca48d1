import { Temporal } from "temporal-polyfill";
import type { ReportDocument } from "../model/generated/report.ts";

/** How far ahead a verdict is tried; a review is renewed after this many days at the latest. */
const HORIZON_DAYS = 30;

/** The first later date on which the same input is judged differently, found by evaluating each day ahead. */
export function validUntil(asOf: string, reportOn: (date: string) => ReportDocument): string {
  const start = Temporal.PlainDate.from(asOf);
  const today = outcome(reportOn(asOf));
  for (let days = 1; days < HORIZON_DAYS; days += 1) {
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
