import { at, booleanAt, listAt, numberAt, shaAt, textAt } from "../api/answer.ts";
import { GithubError } from "../api/github-error.ts";
import { type CheckIdentity, fromExternalId } from "../publish/check-identity.ts";

/** A commit and the tree it holds. */
export interface Commit {
  readonly sha: string;
  readonly tree: string;
}

/** A check run of ours on a head commit. */
export interface OwnCheck {
  readonly id: number;
  readonly identity: CheckIdentity | undefined;
  readonly completed: boolean;
  /** `success`, `failure` and so on, lower case; `undefined` until completed. */
  readonly conclusion: string | undefined;
  readonly startedAt: string | undefined;
  readonly annotations: number;
}

/** The tip of a branch. */
interface Base extends Commit {
  readonly branch: string;
}

/** Where one pull request stands, read in one answer. */
export interface Standing {
  readonly number: number;
  readonly queued: boolean;
  readonly head: Commit;
  readonly base: Base;
  /**
   * What it is judged by: its base, and the default branch where that is another. A check belongs to a commit,
   * and one that a looser branch allowed would else stand for the default branch once the base is changed.
   */
  readonly judgedBy: readonly Base[];
  /** People whose last word on the head commit is an approval; never the author, never a bot. */
  readonly approving: readonly string[];
  /** Our checks on the head commit, newest first. */
  readonly checks: readonly OwnCheck[];
}

/** Reads a pull request in the shape of the fragment `Standing`, with its head commit and the default branch. */
export function readStanding(pull: unknown, commit: unknown, main: unknown): Standing {
  const headSha = shaAt(pull, "headRefOid");
  if (shaAt(commit, "oid") !== headSha) {
    throw new GithubError("the answer of GitHub names two head commits", { kind: "unavailable" });
  }
  const base = { ...readCommit(at(pull, "baseRef", "target")), branch: textAt(pull, "baseRefName") };
  const byMain = { ...readCommit(at(main, "target")), branch: textAt(main, "name") };
  return {
    number: numberAt(pull, "number"),
    queued: booleanAt(pull, "isInMergeQueue"),
    head: readCommit(commit),
    base,
    judgedBy: byMain.branch === base.branch ? [base] : [base, byMain],
    approving: readApproving(pull, headSha),
    checks: readOwnChecks(commit),
  };
}

/** Reads a commit in the shape `{ oid tree { oid } }`. */
export function readCommit(commit: unknown): Commit {
  return { sha: shaAt(commit, "oid"), tree: shaAt(commit, "tree", "oid") };
}

/** Reads our check runs on a commit in the shape of the fragment `Checks`, newest first. */
export function readOwnChecks(commit: unknown): readonly OwnCheck[] {
  const suites = listAt(commit, "checkSuites", "nodes");
  const runs = suites.flatMap((suite) => [
    ...listAt(suite, "latest", "nodes"),
    ...listAt(suite, "unfinished", "nodes"),
  ]);
  const byId = new Map(runs.map(readOwnCheck).map((check) => [check.id, check]));
  return [...byId.values()].sort((a, b) => b.id - a.id);
}

function readOwnCheck(run: unknown): OwnCheck {
  const conclusion = at(run, "conclusion");
  const startedAt = at(run, "startedAt");
  const externalId = at(run, "externalId");
  const annotations = at(run, "annotations", "totalCount");
  return {
    id: numberAt(run, "databaseId"),
    identity: fromExternalId(typeof externalId === "string" ? externalId : undefined),
    completed: textAt(run, "status") === "COMPLETED",
    conclusion: typeof conclusion === "string" ? conclusion.toLowerCase() : undefined,
    startedAt: typeof startedAt === "string" ? startedAt : undefined,
    annotations: typeof annotations === "number" ? annotations : 0,
  };
}

function readApproving(pull: unknown, headSha: string): readonly string[] {
  const author = at(pull, "author", "login");
  const last = new Map<string, boolean>();
  for (const review of listAt(pull, "reviews", "nodes")) {
    const login = at(review, "author", "login");
    if (typeof login !== "string" || at(review, "author", "__typename") !== "User") continue;
    const approves = at(review, "state") === "APPROVED" && at(review, "commit", "oid") === headSha;
    last.set(login, approves && login !== author);
  }
  return [...last].flatMap(([login, approves]) => (approves ? login : [])).sort();
}
