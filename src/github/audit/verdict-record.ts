import type { CheckOutcome } from "../publish/complete-check.ts";
import type { Judged } from "../review/conclude.ts";
import type { Head } from "../review/head.ts";
import type { JudgedRecord, VerdictRecord } from "./audit-record.ts";

/** The record of a check that is about to be completed: what it says, of which commits, by whose approvals and waivers. */
export function verdictRecord(
  head: Head,
  judged: readonly Judged[],
  outcome: Pick<CheckOutcome, "conclusion" | "validUntil">,
  run: { readonly key: string; readonly engine: string; readonly asOf: string },
): VerdictRecord {
  return {
    kind: "verdict",
    installation: head.installation,
    repository: `${head.owner}/${head.repo}`,
    commit: head.sha,
    pull_requests: [...new Set(head.changes.map(({ number }) => number))],
    key: run.key,
    conclusion: outcome.conclusion,
    engine: run.engine,
    as_of: run.asOf,
    valid_until: outcome.validUntil ?? null,
    judged: judged.map(judgedRecord),
  };
}

function judgedRecord({ change, review, consent }: Judged): JudgedRecord {
  const { findings, digests } = review.reports[review.language];
  const waivers = findings.flatMap(({ waiver, state }) =>
    waiver !== null && (state === "waived" || state === "approved") ? waiver : [],
  );
  return {
    pull_request: change.number,
    branch: change.branch,
    base: change.base.sha,
    conclusion: review.conclusion,
    digests,
    approvals: consent.approvals,
    waivers: [...new Set(waivers)].sort(),
  };
}
