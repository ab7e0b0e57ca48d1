import type { Review } from "../../model/review.ts";
import type { PolicyReview } from "../../model/set-change.ts";
import { codeSpan } from "../../render/code-span.ts";
import { GithubError } from "../api/github-error.ts";
import { consentDigest } from "../approvals/consent-digest.ts";
import type { Consent } from "../approvals/weigh-approvals.ts";
import type { PoliciesAt } from "../publish/check-identity.ts";
import type { CheckConclusion, CheckOutcome } from "../publish/complete-check.ts";
import type { Remarks } from "../publish/write-remarks.ts";
import type { HeadChange } from "./head.ts";
import { NotEvaluable } from "./not-evaluable.ts";

/** A review of one of the changes a head belongs to, and the words for it. */
export interface Judged {
  readonly change: HeadChange;
  readonly review: Review;
  /** Of what the change does to policies and the like; `undefined` where it does nothing to them. */
  readonly policies: PolicyReview | undefined;
  readonly title: string;
  readonly summary: string;
  readonly annotations: CheckOutcome["annotations"];
  /** What is said on lines; `undefined` where the repository wants none of it. */
  readonly remarks: Remarks | undefined;
  /** What the approving reviews came to. */
  readonly consent: Consent;
  /** Paragraphs to stand before the summary. */
  readonly obstacles: readonly string[];
  /** Policies of another repository it was judged by, which can change without a commit here. */
  readonly policiesElsewhere: PoliciesAt | undefined;
}

/** Worst last. */
const ORDER: readonly CheckConclusion[] = ["neutral", "success", "action_required", "failure"];

const MOST_NAMED = 20;

/** A date no review reaches: only another commit changes the verdict. */
export const LASTING = "9999-12-31";

/**
 * How the check on a head ends: as the worst of the reviews it stands for. `tomorrow` bounds how long a
 * verdict by another repository's policies holds, and one on a change of policies, whose notice runs down each day.
 */
export function conclude(judged: readonly [Judged, ...Judged[]], tomorrow: string): CheckOutcome {
  const worst = judged.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  const note = [sharedNote(judged, worst), branchNote(judged, worst)].filter(Boolean).join("");
  const ends = judged.map(({ review, policies, policiesElsewhere }) =>
    (policiesElsewhere !== undefined || policies !== undefined) && tomorrow < review.validUntil
      ? tomorrow
      : review.validUntil,
  );
  return {
    conclusion: conclusionOf(worst),
    title: worst.review.mode === "dry-run" ? "Dry run" : worst.title,
    summary: note + [...worst.obstacles, worst.summary].join("\n\n"),
    annotations: worst.annotations,
    validUntil: [...ends].sort()[0],
    consent: consentDigest(judged),
    policies: elsewhere(judged),
  };
}

/** Other repositories whose policies judged, each ref of them once. */
function elsewhere(judged: readonly Judged[]): readonly PoliciesAt[] {
  const at = judged.flatMap(({ policiesElsewhere }) => policiesElsewhere ?? []);
  return [...new Map(at.map((one) => [`${one.repository} ${one.ref}`, one])).values()];
}

/** Says so where a commit heads several pull requests; empty where it heads one. */
function sharedNote(judged: readonly Judged[], worst: Judged): string {
  const numbers = [...new Set(judged.map(({ change }) => change.number))];
  const others = numbers.filter((number) => number !== worst.change.number).map((number) => `#${number}`);
  if (others.length === 0) return "";
  const named = `${others.slice(0, MOST_NAMED).join(", ")}${others.length > MOST_NAMED ? " and more" : ""}`;
  return `This commit is the head of ${numbers.length} pull requests. Shown is the worst verdict, of #${worst.change.number}; the others are ${named}.\n\n`;
}

/** Says so where a pull request does not go into the default branch, and is judged by that one too. */
function branchNote(judged: readonly Judged[], worst: Judged): string {
  const branches = judged
    .filter(({ change }) => change.number === worst.change.number)
    .map(({ change }) => change.branch);
  if (new Set(branches).size < 2) return "";
  return `A check belongs to a commit, so this one is judged by each of the branches ${branches.map(codeSpan).join(" and ")}. Shown is the worst verdict, by ${codeSpan(worst.change.branch)}.\n\n`;
}

/** How a check ends that could not come to a verdict. It never passes, and says how to try again. */
export function concludeWithoutVerdict(error: unknown, run: string): CheckOutcome {
  const known = error instanceof NotEvaluable || error instanceof GithubError;
  const reason = known ? error.message : "the app met an error of its own";
  const help =
    error instanceof NotEvaluable ? error.help : "wait for the next sweep, which tries again by itself";
  const request =
    error instanceof GithubError && error.requestId ? `, GitHub request \`${error.requestId}\`` : "";
  return {
    conclusion: "failure",
    title: "Could not be evaluated",
    summary: [
      `**Could not be evaluated:** ${reason}.`,
      `To do: ${help}. To try again at once, press “Re-run” on this check or comment \`/bylaw recheck\` on the pull request.`,
      `Run \`${run}\`${request}.`,
    ].join("\n\n"),
    annotations: [],
    consent: undefined,
    policies: [],
    validUntil: error instanceof NotEvaluable && error.lasting ? LASTING : undefined,
  };
}

function conclusionOf({ review }: Judged): CheckConclusion {
  return review.mode === "dry-run" ? "neutral" : review.conclusion;
}

function rank(judged: Judged): number {
  return ORDER.indexOf(conclusionOf(judged));
}
