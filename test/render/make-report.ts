import type { Finding, ReportDocument } from "../../src/model/generated/report.ts";
import type { Review } from "../../src/model/review.ts";

/** A finding that blocks, the one of the command line's manual; each test states what matters to it. */
export function makeFinding(over: Partial<Finding> = {}): Finding {
  return {
    rule: "RET-01",
    clause: null,
    title: "Raw video is deleted quickly",
    policy: "data-retention@1.2.0",
    severity: "high",
    outcome: "fail",
    effect: "block",
    state: "open",
    manifest: "il-9901-cam-promenade",
    subject: "/data/retention/0",
    fact: "retention.period",
    location: { file: "manifests/northport/cameras.yaml", line: 2, column: 34, end_line: 2, end_column: 38 },
    related: [],
    rests_on: [],
    message: "`video_raw` is kept 90 days; the limit is 30 days",
    why: "the longer footage is kept, the more harm a leak or misuse can do",
    help: "set `period` to P30D or less",
    basis: [{ source: "proposal", title: "this policy's own choice", provision: null, verified: true }],
    missing: [],
    path: [],
    alternatives: [],
    fix: null,
    fingerprint: "6e1c4a0000000001",
    waiver: null,
    waivable: true,
    upcoming: null,
    dates: [],
    ...over,
  };
}

/** A report of the given findings over one failing manifest and two that pass. */
export function makeReport(findings: readonly Finding[], over: Partial<ReportDocument> = {}): ReportDocument {
  const digest = `sha256:${"a".repeat(64)}`;
  return {
    schema: "bylaw/report/v1",
    engine: "1.0.0",
    as_of: "2026-11-23",
    digests: {
      policies: digest,
      registry: digest,
      waivers: digest,
      plan: digest,
      arrangements: digest,
      overlays: digest,
      configuration: digest,
      manifests: digest,
    },
    verdict: "fail",
    manifests: [
      { id: "il-9901-cam-promenade", file: "manifests/northport/cameras.yaml", tier: "T4", verdict: "fail" },
      { id: "il-9901-lights", file: "manifests/northport/lights.yaml", tier: "T1", verdict: "pass" },
      { id: "il-9902-parking", file: "manifests/southport/parking.yaml", tier: null, verdict: "pass" },
    ],
    findings: [...findings],
    counts: { pass: 51, fail: 9, unknown: 2, not_applicable: 8, waived: 0 },
    ...over,
  };
}

/** A review that comes to what its findings say, the same report in every language. */
export function makeReview(findings: readonly Finding[], over: Partial<Review> = {}): Review {
  const report = makeReport(findings);
  return {
    conclusion: "failure",
    reason: "blocked",
    reports: { en: report, he: report, ar: report },
    language: "en",
    mode: "enforce",
    judged: report.manifests.map(({ file }) => file),
    removed: [],
    mended: { en: [], he: [], ar: [] },
    governed: [],
    problems: [],
    awaiting: [],
    policies: ["data-retention@1.2.0"],
    asOf: "2026-11-23",
    validUntil: "2027-01-01",
    ...over,
  };
}

/** A report in which everything a manifest or the registry can say is one submitted text. */
export function makeHostileFinding(text: string, over: Partial<Finding> = {}): Finding {
  return makeFinding({
    title: text,
    manifest: text,
    location: { file: text, line: 1, column: 1, end_line: 1, end_column: 2 },
    message: `the value \`${text}\` is outside ${text}`,
    why: text,
    help: text,
    basis: [{ source: "law", title: text, provision: text, verified: false }],
    missing: [text],
    rests_on: [text],
    path: [text, text],
    alternatives: [text],
    dates: [{ on: "2026-12-01", reason: "day", note: text }],
    ...over,
  });
}
