import type { FileProblem } from "../model/document.ts";
import type { ReportDocument } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import type { Review, ReviewInput, ReviewReason } from "../model/review.ts";
import { classifyPaths } from "./classify-path.ts";
import { evaluate } from "./evaluate.ts";
import { governedChanges } from "./governed-changes.ts";
import { loadBundle } from "./load-bundle.ts";
import { placementFindings } from "./placement-findings.ts";
import { mended } from "./repercussions.ts";
import { reviewSet } from "./review-set.ts";
import { runOf } from "./run.ts";
import { validUntil } from "./valid-until.ts";

/**
 * What a pull request gets: the manifests it adds or changes, judged at its head by the policies,
 * registry, waivers and configuration of its base, and what it changes of those.
 */
export function review(input: ReviewInput): Review {
  const { asOf } = input;
  const base = loadBundle(input.base, { gate: true });
  const globs = base.bundle.configuration.manifests;
  const classOf = classifyPaths(globs);
  const language: Language = base.bundle.configuration.language ?? "en";
  const mode = base.bundle.configuration.mode ?? "enforce";

  const set = reviewSet(input, base.bundle, classOf);
  const { submitted, surroundings, untouched, municipalities } = set;
  const placement = placementFindings(input, classOf, set.manifestOf);

  const governed = governedChanges(input, base.bundle, classOf);
  const headProblems =
    governed.length > 0 || touches(input, classOf, "arrangement") || touches(input, classOf, "stray")
      ? loadBundle(input.head, { gate: true }).problems
      : [];
  const problems = [
    ...base.problems.map((problem) => ({ ...problem, side: "base" as const })),
    ...headProblems.map((problem) => ({ ...problem, side: "head" as const })),
  ];

  const approvedGroups = new Set(input.approvals.map((approval) => approval.group));
  const nothing =
    submitted.length === 0 &&
    placement.misplacements.length === 0 &&
    placement.removed.length === 0 &&
    !set.arranges;
  const unsound = base.problems.length > 0 || base.bundle.policyDocuments.length === 0;
  // Which files are manifests is itself unknown while the configuration cannot be read.
  const lost = base.problems.some(({ kind }) => kind === "Configuration");
  // But a change of nothing else judges nothing by it: whether it may be made is for people to say.
  const repairs =
    input.changes.length > 0 && input.changes.every(({ file }) => classOf(file) === "configuration");
  const undecided = (lost && !repairs) || (unsound && !nothing);
  const judged = { surroundings, untouched, municipalities, judges: set.judges };
  const options = { ...judged, approvedGroups };
  const reports = inEach((of) => {
    const report = evaluate(base.bundle, submitted, {
      ...options,
      before: placement.findings(of),
      asOf,
      language: of,
    });
    return undecided ? withoutPass(report) : report;
  });

  const report = reports[language];
  const awaiting = new Set([
    ...governed.filter((change) => !change.approved).map((change) => change.group),
    ...ownersOf(report, [...base.bundle.rulesOn(asOf).rules, ...base.bundle.addedRules]),
  ]);
  const reason = reasonFor({
    report,
    undecided,
    head: headProblems,
    governed,
    nothing,
  });
  return {
    conclusion: CONCLUSIONS[reason],
    reason,
    reports,
    language,
    mode,
    judged: submitted.map(({ source }) => source.file).sort(),
    removed: placement.removed,
    mended: inEach((of) => mended(runOf(base.bundle, surroundings, { asOf, language: of }), set)),
    governed,
    problems,
    awaiting: CONCLUSIONS[reason] === "action_required" ? [...awaiting].sort() : [],
    policies: base.bundle.policyDocuments.map(({ value }) => `${value.id}@${value.version}`).sort(),
    asOf,
    validUntil: validUntil(report, (on) =>
      evaluate(base.bundle, submitted, { ...options, asOf: on, language, fixes: false, dates: false }),
    ),
  };
}

/** The same in each language. */
function inEach<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return { en: make("en"), he: make("he"), ar: make("ar") };
}

/** What rules could not be read has not passed, whatever was found by the others. */
function withoutPass(report: ReportDocument): ReportDocument {
  const manifests = report.manifests.map((manifest) => ({
    ...manifest,
    tier: null,
    verdict: "fail" as const,
  }));
  return { ...report, verdict: "fail", manifests };
}

const CONCLUSIONS: Readonly<Record<ReviewReason, Review["conclusion"]>> = {
  "nothing-changed": "success",
  pass: "success",
  blocked: "failure",
  "needs-approval": "action_required",
  "policy-invalid": "failure",
  "policy-needs-approval": "action_required",
  "not-evaluated": "failure",
};

function reasonFor(state: {
  readonly report: ReportDocument;
  readonly undecided: boolean;
  readonly head: readonly FileProblem[];
  readonly governed: Review["governed"];
  readonly nothing: boolean;
}): ReviewReason {
  // Without sound policies nothing can be decided, and what is not decided never passes.
  if (state.undecided) return "not-evaluated";
  if (state.report.verdict === "fail") return "blocked";
  if (state.head.length > 0) return "policy-invalid";
  if (state.governed.some((change) => !change.approved)) return "policy-needs-approval";
  if (state.report.verdict === "needs-approval") return "needs-approval";
  return state.nothing && state.governed.length === 0 ? "nothing-changed" : "pass";
}

function ownersOf(
  report: ReportDocument,
  rules: readonly { id: string; owner: string }[],
): readonly string[] {
  const open = report.findings.filter((finding) => finding.state === "open" && finding.effect === "approve");
  return open.flatMap((finding) => rules.find((rule) => rule.id === finding.rule)?.owner ?? []);
}

function touches(input: ReviewInput, classOf: (file: string) => string, of: string): boolean {
  return input.changes.some((change) => classOf(change.file) === of);
}
