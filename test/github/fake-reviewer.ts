import type { Reviewer } from "../../src/github/review/reviewer.ts";
import type { Finding, ReportDocument } from "../../src/model/generated/report.ts";
import type { Review, ReviewInput } from "../../src/model/review.ts";
import type { Source } from "../../src/model/source.ts";
import { renderRefusal } from "../../src/render/render-refusal.ts";
import { renderRemarks, renderRemarksHeading, renderSettled } from "../../src/render/render-remarks.ts";

/**
 * A reviewer with three rules, so that what a pull request gets can be read off its files: a changed
 * manifest blocks once for each line `BLOCK` and needs approval by privacy for a line `APPROVE`, unless the
 * base's `policies/one/policy.yaml` says `off`.
 */
export function createFakeReviewer(
  more: { readonly before?: (input: ReviewInput) => Promise<void>; readonly validUntil?: string } = {},
): Reviewer & { readonly inputs: ReviewInput[] } {
  const inputs: ReviewInput[] = [];
  return {
    inputs,
    engine: "1.0.0",
    readConfiguration(source) {
      const given = source ? JSON.parse(textOf(source)) : {};
      return {
        manifests: given.manifests ?? ["manifests/**/*.yaml"],
        policies: given.policies,
        reviewers: given.reviewers ?? {},
        inline: given.inline === true,
        language: given.language ?? "en",
      };
    },
    async review(input) {
      inputs.push(input);
      await more.before?.(input);
      return { review: judge(input, more.validUntil ?? "2026-12-01"), policies: undefined };
    },
    answer: async (_input, { name, rule }) => `${name} \`${rule}\``,
    renderCheck: (review) => ({
      title: review.reason,
      summary: `${review.reason}: ${review.judged.join(", ")}`,
      annotations: review.reports.en.findings.map((finding) => ({
        path: finding.location.file,
        start_line: finding.location.line,
        end_line: finding.location.line,
        annotation_level: "failure",
        title: finding.rule,
        message: finding.message,
      })),
    }),
    renderRemarks,
    renderSettled,
    renderRemarksHeading,
    renderComment: (review, { head }) =>
      `<!-- bylaw:summary -->\n${head}: ${review.reports.en.findings.length} findings`,
    renderRefusal,
  };
}

function judge(input: ReviewInput, validUntil: string): Review {
  const changed = new Set(input.changes.filter(({ status }) => status !== "removed").map(({ file }) => file));
  const judged = input.head.filter(({ file }) => changed.has(file) && file.startsWith("manifests/"));
  const isOff = input.base.some(
    (source) => source.file === "policies/one/policy.yaml" && textOf(source).includes("off"),
  );
  const isApproved = input.approvals.some(({ group }) => group === "privacy");
  const findings = isOff ? [] : judged.flatMap((source) => findingsOf(source, isApproved));
  const open = findings.filter(({ state }) => state === "open");
  const reason = open.some(({ effect }) => effect === "block")
    ? "blocked"
    : open.length > 0
      ? "needs-approval"
      : judged.length === 0
        ? "nothing-changed"
        : "pass";
  const report = reportOf(findings, input.asOf);
  return {
    conclusion:
      reason === "blocked" ? "failure" : reason === "needs-approval" ? "action_required" : "success",
    reason,
    reports: { en: report, he: report, ar: report },
    language: "en",
    mode: input.base.some(
      (source) => source.file === ".github/bylaw.yml" && textOf(source).includes("dry-run"),
    )
      ? "dry-run"
      : "enforce",
    judged: judged.map(({ file }) => file),
    removed: [],
    mended: { en: [], he: [], ar: [] },
    governed: [],
    problems: [],
    awaiting: reason === "needs-approval" ? ["privacy"] : [],
    policies: [],
    asOf: input.asOf,
    validUntil,
  };
}

function findingsOf(source: Source, isApproved: boolean): readonly Finding[] {
  return textOf(source)
    .split("\n")
    .flatMap((line, index) => {
      if (line !== "BLOCK" && line !== "APPROVE") return [];
      const location = { file: source.file, line: index + 1, column: 1, end_line: index + 1, end_column: 2 };
      return {
        rule: line,
        clause: null,
        title: line,
        policy: null,
        severity: "high",
        outcome: "fail",
        effect: line === "BLOCK" ? "block" : "approve",
        state: line === "APPROVE" && isApproved ? "approved" : "open",
        manifest: source.file,
        subject: "",
        fact: null,
        location,
        related: [],
        rests_on: [],
        message: line,
        why: null,
        help: null,
        basis: [],
        missing: [],
        path: [],
        alternatives: [],
        fix: null,
        fingerprint: index.toString(16).padStart(16, "0"),
        waiver: null,
        waivable: false,
        upcoming: null,
        dates: [],
      } as const;
    });
}

function reportOf(findings: readonly Finding[], asOf: string): ReportDocument {
  const none = "";
  return {
    schema: "bylaw/report/v1",
    engine: "1.0.0",
    as_of: asOf,
    digests: {
      policies: none,
      registry: none,
      waivers: none,
      plan: none,
      arrangements: none,
      overlays: none,
      configuration: none,
      manifests: none,
    },
    verdict: "pass",
    manifests: [],
    findings: [...findings],
    counts: { pass: 0, fail: 0, unknown: 0, not_applicable: 0, waived: 0 },
  };
}

function textOf(source: Source): string {
  return new TextDecoder().decode(source.bytes);
}
