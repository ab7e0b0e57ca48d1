import type { Review } from "../model/review.ts";
import { manifestWords } from "./summary.ts";
import { tally, tallyWords } from "./tally.ts";
import { type Say, sentence } from "./words.ts";

/** What a review comes to, in a line without a full stop: `2 findings block, 1 needs approval by security`. */
export function headline(review: Review, say: Say): string {
  const { problems, governed, awaiting } = review;
  const { findings } = review.reports[review.language];
  const open = governed.filter(({ approved }) => !approved);
  const groups = [...new Set(open.map(({ group }) => group))];
  const parts = [
    ...reasonWords(review, say),
    ...(problems.length === 0 ? [] : [say("policyProblems", { n: problems.length })]),
    ...(open.length === 0
      ? []
      : [say("by", { what: say("policyApproval", { n: open.length }), groups: groups.join(say("and")) })]),
    ...(findings.length === 0 ? [] : [tallyWords(tally(findings), say, awaiting)]),
  ];
  const what = parts.length === 0 ? say("noFindings") : parts.join(say("and"));
  return sentence(review.mode === "dry-run" ? say("dryRun", { what }) : what);
}

function reasonWords({ reason, reports, language, governed }: Review, say: Say): readonly string[] {
  if (reason === "nothing-changed") return [say("nothingChanged")];
  if (reason === "not-evaluated") return [say("notEvaluated")];
  if (reason !== "pass") return [];
  const report = reports[language];
  const manifests = report.manifests.length === 0 ? say("nothingChanged") : manifestWords(report, say);
  return governed.length === 0 ? [manifests] : [manifests, say("governedApproved", { n: governed.length })];
}
