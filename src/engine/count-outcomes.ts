import type { Counts, Finding } from "../model/generated/report.ts";
import type { Judgement } from "./judge-rows.ts";

/** Counts rule × subject; a fail all of whose findings are waived or approved counts as waived. */
export function outcomeCounter(): {
  readonly counts: Counts;
  /** `findings` begin with those of what was judged, one for one. */
  add(judgement: Judgement, findings: readonly Finding[]): void;
} {
  const counts: Counts = { pass: 0, fail: 0, unknown: 0, not_applicable: 0, waived: 0 };
  return {
    counts,
    add(judgement, findings) {
      const settled = new Map<string, boolean>();
      judgement.judged.forEach(({ clause, row }, index) => {
        const key = `${clause.rule.id} ${row.subject}:${row.key}`;
        const state = findings[index]?.state;
        const done = state === "waived" || state === "approved";
        settled.set(key, (settled.get(key) ?? true) && done);
      });
      for (const { rule, subject, outcome } of judgement.outcomes) {
        if (outcome === "not-applicable") counts.not_applicable += 1;
        else if (outcome === "pass") counts.pass += 1;
        else if (settled.get(`${rule} ${subject}`) === true) counts.waived += 1;
        else counts[outcome] += 1;
      }
    },
  };
}
