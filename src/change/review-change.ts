import { classifyPaths } from "../engine/classify-path.ts";
import { type AskedValues, type Asking, answerFrom, NOTHING_ASKED } from "../engine/kept/asking.ts";
import { loadBundle } from "../engine/load-bundle.ts";
import { review } from "../engine/review.ts";
import type { FileProblem } from "../model/document.ts";
import type { GovernedChange, PoliciesAfter, Review, ReviewInput } from "../model/review.ts";
import type { PolicyReview } from "../model/set-change.ts";
import type { Source } from "../model/source.ts";
import { loadDocument } from "../parse/load-document.ts";
import { impactBaseOf } from "./impact/impact-base.ts";
import { impactFile } from "./impact/impact-file.ts";
import { askPolicyReview, type ReviewPoliciesOptions } from "./review-policies.ts";

/** A review, and that of what it changes of policies, registry, plan and decisions. */
export interface ChangeReview {
  readonly review: Review;
  /** `undefined` where nothing of that changes, or where either side is not sound. */
  readonly policies: PolicyReview | undefined;
}

type ReviewChangeOptions = Pick<ReviewPoliciesOptions, "published" | "language">;

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
export function reviewChange(input: ReviewInput, options: ReviewChangeOptions = {}): ChangeReview {
  return answerFrom(askChangeReview(input, NOTHING_ASKED, options));
}

/**
 * The same, where what earlier reviews came to is asked for. Only what the change does to systems rests on it, which
 * people are shown: neither the verdict nor any problem does.
 */
export function* askChangeReview(
  input: ReviewInput,
  kept: AskedValues,
  options: ReviewChangeOptions = {},
): Asking<ChangeReview> {
  const reviewed = review(input);
  const moved = input.policiesAfter;
  const changes = moved !== undefined || reviewed.governed.some(({ kind }) => JUDGED_BY.has(kind));
  if (!changes || reviewed.problems.length > 0) return { review: reviewed, policies: undefined };
  if (moved !== undefined && moved.files === undefined)
    return { review: withProblems(reviewed, [unreadable(input, moved)]), policies: undefined };
  const { bundle } = loadBundle(input.base, { gate: true });
  const after = loadBundle(mergedSources(input), { gate: true });
  if (after.problems.length > 0)
    return { review: withProblems(reviewed, after.problems), policies: undefined };
  const classOf = classifyPaths(bundle.configuration.manifests);
  const load = (source: Source) => loadDocument(source, { gate: false, kind: "Manifest" } as const);
  const manifests = input.base.filter(({ file }) => classOf(file) === "manifest");
  const base = impactBaseOf(
    bundle,
    manifests.map((source) => impactFile(source, load, kept)),
    { kept },
  );
  const policies = yield* askPolicyReview(base, after.bundle, {
    language: reviewed.language,
    ...options,
    asOf: input.asOf,
  });
  return { review: withProblems(reviewed, policies.problems), policies };
}

/**
 * The files of the base with those that the head changes: what the base was given since the branch left it stays. Where
 * the head moves on to other policies of another repository, with these in the place of those.
 */
function mergedSources({ base, head, changes, policiesAfter }: ReviewInput): readonly Source[] {
  const changed = new Set(changes.map(({ file }) => file));
  const merged = [
    ...base.filter(({ file }) => !changed.has(file)),
    ...head.filter(({ file }) => changed.has(file)),
  ];
  if (policiesAfter?.files === undefined) return merged;
  return [...merged.filter(({ file }) => !file.startsWith("policies/")), ...policiesAfter.files];
}

/** What is wrong with a configuration that names policies nobody can read. */
function unreadable({ head }: ReviewInput, { ref }: PoliciesAfter): FileProblem {
  const classOf = classifyPaths();
  const source = head.find(({ file }) => classOf(file) === "configuration");
  const loaded = source && loadDocument(source, { gate: true, kind: "Configuration" });
  if (!loaded?.ok) throw new Error("the configuration that names other policies can be read");
  const { document } = loaded;
  return {
    stage: "language",
    kind: document.kind,
    location: document.locate("/policies/ref"),
    pointer: "/policies/ref",
    message: `the policies at \`${ref}\` cannot be read`,
    help: "name a branch, tag or commit that their repository has",
  };
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
