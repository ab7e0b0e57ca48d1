import { classifyPaths } from "../engine/classify-path.ts";
import { loadBundle } from "../engine/load-bundle.ts";
import { review } from "../engine/review.ts";
import type { Submitted } from "../engine/submitted.ts";
import type { FileProblem } from "../model/document.ts";
import type { GovernedChange, Review, ReviewInput } from "../model/review.ts";
import type { PolicyReview } from "../model/set-change.ts";
import type { Source } from "../model/source.ts";
import { loadDocument } from "../parse/load-document.ts";
import { openImpactBase } from "./impact/impact-base.ts";
import { type ReviewPoliciesOptions, reviewPolicies } from "./review-policies.ts";

/** A review, and that of what it changes of policies, registry, plan and decisions. */
export interface ChangeReview {
  readonly review: Review;
  /** `undefined` where nothing of that changes, or where either side is not sound. */
  readonly policies: PolicyReview | undefined;
}

/** What manifests are judged by, so that a change of it is compared and tried on all systems of the base. */
const JUDGED_BY: ReadonlySet<GovernedChange["kind"]> = new Set([
  "policy",
  "registry",
  "plan",
  "waiver",
  "approval",
  "overlay",
  "arrangement",
]);

/**
 * What a pull request gets, changes of policies and the like included: these are compared, tried on every manifest
 * of the base, and refused where version, changelog, notice or translations are not in order.
 */
export function reviewChange(
  input: ReviewInput,
  options: Pick<ReviewPoliciesOptions, "published" | "language"> = {},
): ChangeReview {
  const reviewed = review(input);
  const changes = reviewed.governed.some(({ kind }) => JUDGED_BY.has(kind));
  if (!changes || reviewed.problems.length > 0) return { review: reviewed, policies: undefined };
  const { bundle } = loadBundle(input.base, { gate: true });
  const after = loadBundle(mergedSources(input), { gate: true });
  if (after.problems.length > 0)
    return { review: withProblems(reviewed, after.problems), policies: undefined };
  const classOf = classifyPaths(bundle.configuration.manifests);
  const submitted = input.base
    .filter(({ file }) => classOf(file) === "manifest")
    .map(
      (source): Submitted => ({ source, loaded: loadDocument(source, { gate: false, kind: "Manifest" }) }),
    );
  const policies = reviewPolicies(openImpactBase(bundle, submitted), after.bundle, {
    language: reviewed.language,
    ...options,
    asOf: input.asOf,
  });
  return { review: withProblems(reviewed, policies.problems), policies };
}

/** The files of the base with those that the head changes: what the base was given since the branch left it stays. */
function mergedSources({ base, head, changes }: ReviewInput): readonly Source[] {
  const changed = new Set(changes.map(({ file }) => file));
  return [...base.filter(({ file }) => !changed.has(file)), ...head.filter(({ file }) => changed.has(file))];
}

/** A review that fails for what is wrong with the policies it changes, unless it fails already. */
function withProblems(reviewed: Review, found: readonly FileProblem[]): Review {
  if (found.length === 0) return reviewed;
  const problems = [...reviewed.problems, ...found.map((problem) => ({ ...problem, side: "head" as const }))];
  const fails = reviewed.conclusion === "failure";
  return {
    ...reviewed,
    problems,
    conclusion: "failure",
    reason: fails ? reviewed.reason : "policy-invalid",
    awaiting: [],
  };
}
