import type { Source } from "../../model/source.ts";
import { keepConfiguration } from "../review/keep-configuration.ts";
import { type OwnCheck, readOwnChecks, readStanding, type Standing } from "../review/standing.ts";
import { at, listAt, numberAt, shaAt, textAt } from "./answer.ts";
import type { BoundedCache } from "./bounded-cache.ts";
import type { Client, RepositoryName } from "./client.ts";
import { GithubError } from "./github-error.ts";
import { type Comment, everyComment } from "./list-comments.ts";
import { everyOpen, type OpenPullRequest } from "./list-pull-requests.ts";
import { PULL_REQUEST } from "./pull-request-queries.ts";
import { type Contributors, readContributors } from "./read-contributors.ts";
import { readHeadCommit } from "./read-head-commit.ts";

/** All a review needs to know of a pull request before it reads a file. */
export interface PullRequestState {
  readonly head: string;
  /** Our checks on the head commit, newest first. */
  readonly checks: readonly OwnCheck[];
  /** Unfinished checks of ours on earlier commits that head no pull request: nobody completes them any more. */
  readonly abandoned: readonly number[];
  /** Open pull requests of the repository. */
  readonly others: readonly OpenPullRequest[];
  /** `undefined` once the pull request is closed. */
  readonly live: LivePullRequest | undefined;
}

/** What is read of a pull request only while it is open. */
export interface LivePullRequest {
  readonly standing: Standing;
  /** That of its base, where GitHub gave it along. */
  readonly configuration: Source | undefined;
  readonly comments: readonly Comment[];
  readonly contributors: Contributors;
  /** The head commit and the last commits before it, newest first; not all of them. */
  readonly recent: readonly string[];
}

/** Reads a pull request as it is now; `undefined` where there is none. `blobs` is given its base's configuration. */
export async function readPullRequest(
  client: Client,
  pull: RepositoryName & { readonly number: number; readonly app: number },
  blobs?: BoundedCache<Uint8Array>,
): Promise<PullRequestState | undefined> {
  const { owner, repo, number, app } = pull;
  const answer = await client.graphql(PULL_REQUEST, { owner, repo, number, app }).catch(nothing);
  // Only what GitHub clearly says is not there counts as missing; an answer without it is no answer.
  const found = at(answer, "repository", "pullRequest");
  if (at(answer, "repository") === null || found === null) return undefined;
  const configuration = keepConfiguration(found, blobs);
  const head = shaAt(found, "headRefOid");
  const commit = await readHeadCommit(client, pull, found);
  const others = await everyOpen(client, pull, at(answer, "repository", "pullRequests"));
  return {
    head,
    checks: readOwnChecks(commit),
    abandoned: readAbandoned(found, new Set([head, ...others.map((other) => other.head)])),
    others,
    live:
      textAt(found, "state") === "OPEN"
        ? await readLive(client, pull, {
            found,
            commit,
            main: at(answer, "repository", "defaultBranchRef"),
            configuration,
          })
        : undefined,
  };
}

function readAbandoned(found: unknown, heads: ReadonlySet<string>): readonly number[] {
  const commits = [
    ...listAt(found, "earlier", "nodes").map((node) => at(node, "commit")),
    ...listAt(found, "forced", "nodes").map((push) => at(push, "beforeCommit")),
  ].filter((commit) => typeof commit === "object" && commit !== null);
  const runs = commits
    .filter((commit) => !heads.has(shaAt(commit, "oid")))
    .flatMap((commit) => listAt(commit, "checkSuites", "nodes"))
    .flatMap((suite) => listAt(suite, "unfinished", "nodes"))
    .map((run) => numberAt(run, "databaseId"));
  return [...new Set(runs)];
}

async function readLive(
  client: Client,
  pull: RepositoryName & { readonly number: number },
  {
    found,
    commit,
    main,
    configuration,
  }: {
    readonly found: unknown;
    readonly commit: unknown;
    readonly main: unknown;
    readonly configuration: Source | undefined;
  },
): Promise<LivePullRequest> {
  const history = at(found, "recent", "nodes", 0, "commit", "history", "nodes");
  return {
    standing: readStanding(found, commit, main),
    configuration,
    contributors: readContributors(found),
    comments: await everyComment(client, pull, at(found, "comments")),
    recent: Array.isArray(history) ? history.map((node) => shaAt(node, "oid")) : [],
  };
}

function nothing(error: unknown): unknown {
  if (error instanceof GithubError && error.kind === "missing") return { repository: null };
  throw error;
}
