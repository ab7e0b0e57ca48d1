import type { Bundle } from "../engine/bundle.ts";
import { type Asking, answerFrom } from "../engine/kept/asking.ts";
import type { SetComparison } from "../model/comparison.ts";
import type { FileProblem } from "../model/document.ts";
import type { Language } from "../model/language.ts";
import type { PolicyReview, SetChange } from "../model/set-change.ts";
import { compareSets } from "../rules/compare/compare-sets.ts";
import type { ImpactBase } from "./impact/impact-base.ts";
import { askImpact } from "./impact/impact-of.ts";
import { setOf } from "./impact/set-of.ts";
import { describeChange } from "./shown/describe-change.ts";
import { noticeProblems } from "./versions/notice-problems.ts";
import { translationProblems } from "./versions/translation-problems.ts";
import { versionProblems } from "./versions/version-problems.ts";

export interface ReviewPoliciesOptions {
  readonly asOf: string;
  readonly language?: Language;
  /** Versions published before by policy, where the history of the files is known. */
  readonly published?: ReadonlyMap<string, readonly string[]>;
}

/** How two sound bundles compare, and what is wrong with versions, changelogs, notice and translations of the later one. */
export function compareBundles(
  before: Bundle,
  after: Bundle,
  options: ReviewPoliciesOptions,
): {
  readonly change: SetChange;
  readonly problems: readonly FileProblem[];
} {
  const { describe, problems } = compareIn(before, after, options);
  return { change: describe(options.language ?? "en"), problems };
}

interface Compared {
  describe(language: Language): SetChange;
  readonly problems: readonly FileProblem[];
  readonly compared: SetComparison;
}

function compareIn(
  before: Bundle,
  after: Bundle,
  { asOf, published, language = "en" }: ReviewPoliciesOptions,
): Compared {
  const compared = compareSets(setOf(before), setOf(after), { today: asOf, since: asOf });
  const describe = describeChange(before, after, compared, asOf);
  const documents = ({ policyDocuments }: Bundle, id: string) =>
    policyDocuments.find(({ value }) => value.id === id);
  const problems = describe(language).policies.flatMap((policy) => {
    const [earlier, later] = [documents(before, policy.policy), documents(after, policy.policy)];
    if (later === undefined) return [];
    const pair = {
      change: policy,
      before: earlier,
      after: later,
      published: published?.get(policy.policy) ?? [],
    };
    return [...versionProblems(pair, language), ...translationProblems(earlier, later, language)];
  });
  return {
    describe,
    compared,
    problems: [...problems, ...noticeProblems(before, after, compared, { asOf, language })],
  };
}

/**
 * Reviews a change of what manifests are judged by: how it compares, what is wrong with it, and what it does to
 * the systems of a base. Both bundles have to be sound; the earlier one is the base's.
 */
export function reviewPolicies(
  base: ImpactBase,
  after: Bundle,
  options: ReviewPoliciesOptions,
): PolicyReview {
  return answerFrom(askPolicyReview(base, after, options));
}

/** The same, where what earlier reviews came to is asked for. */
export function* askPolicyReview(
  base: ImpactBase,
  after: Bundle,
  options: ReviewPoliciesOptions,
): Asking<PolicyReview> {
  const { describe, problems, compared } = compareIn(base.bundle, after, options);
  const { asOf, language = "en" } = options;
  const impact = yield* askImpact(base, after, { asOf, language, compared: compared.rules });
  const change = { en: describe("en"), he: describe("he"), ar: describe("ar") };
  return { change, problems, impact, language };
}
