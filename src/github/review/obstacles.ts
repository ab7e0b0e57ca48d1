import { COORDINATOR_GROUP } from "../../facts/approver-groups.ts";
import type { Review } from "../../model/review.ts";
import { codeSpan } from "../../render/code-span.ts";
import type { Consent } from "../approvals/weigh-approvals.ts";
import { OBSTACLE_WORDS, type ObstacleWords } from "./obstacle-words.ts";

/** What a repository is set up with, as far as a verdict can wait for it. */
export interface Setup {
  /** Teams and people by group, as the configuration names them. */
  readonly reviewers: Readonly<Record<string, readonly string[]>>;
  readonly consent: Consent;
  /** Where its policies are, when not in the repository itself. */
  readonly policies: string | undefined;
}

/** Names given at most; they are other people's to choose. */
const MOST_NAMED = 10;

/**
 * What a verdict waits for that no push can bring, and what to do, in the repository's language: who may approve, whose
 * approval does not count and why, what the repository lacks. Without it people wait for an approval that nobody can give,
 * or look for a mistake they did not make.
 */
export function obstacles(
  { awaiting, language, policies, reason }: Review,
  setup: Setup & {
    /** Permissions the app was not granted. */
    readonly lacking: readonly string[];
  },
): readonly string[] {
  const words = OBSTACLE_WORDS[language];
  const lacksPolicies = reason === "not-evaluated" && policies.length === 0;
  return [
    ...(setup.lacking.length > 0 ? [words.lacking(list(setup.lacking))] : []),
    ...(lacksPolicies ? [words.noPolicies(setup.policies)] : []),
    ...(awaiting.length === 0
      ? []
      : [...whoMayApprove(awaiting, setup, words), ...whoDoesNot(setup.consent, words)]),
  ];
}

function whoMayApprove(
  awaiting: readonly string[],
  { reviewers, consent }: Setup,
  words: ObstacleWords,
): readonly string[] {
  const named = awaiting.filter((group) => (reviewers[group] ?? []).length > 0);
  const standIn = consent.administrators && awaiting.includes(COORDINATOR_GROUP);
  const nobody = awaiting.filter(
    (group) => !named.includes(group) && !(standIn && group === COORDINATOR_GROUP),
  );
  return [
    ...named.slice(0, MOST_NAMED).map((group) => words.may(codeSpan(group), list(reviewers[group] ?? []))),
    ...(standIn ? [words.administrators] : []),
    ...(nobody.length === 0 ? [] : [words.nobody(list(nobody))]),
  ];
}

function whoDoesNot(consent: Consent, words: ObstacleWords): readonly string[] {
  const { contributing, unlinked, tooMany } = consent;
  return [
    ...(contributing.length === 0 ? [] : [words.contributing(list(contributing))]),
    ...(unlinked.length === 0 ? [] : [words.unlinked(list(unlinked.map((sha) => sha.slice(0, 12))))]),
    ...(tooMany ? [words.tooMany] : []),
  ];
}

/** In code spans, which notify nobody. */
function list(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ", …" : "";
  return `${names.slice(0, MOST_NAMED).map(codeSpan).join(", ")}${more}`;
}
