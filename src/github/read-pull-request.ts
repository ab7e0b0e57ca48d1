import { at, booleanAt, listAt, numberAt, shaAt, textAt } from "./answer.ts";
import type { Client, RepositoryName } from "./client.ts";
import { GithubError } from "./github-error.ts";
import { COMMENTS, OPEN_PULL_REQUESTS, PULL_REQUEST, STANDINGS } from "./pull-request-queries.ts";
import { type OwnCheck, readOwnChecks, readStanding, type Standing } from "./standing.ts";

/** A comment on a pull request, with who wrote it as GitHub knows it. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: string | undefined;
  readonly isBot: boolean;
}

/** An open pull request, in short. */
export interface OpenPullRequest {
  readonly number: number;
  readonly head: string;
  readonly branch: string;
}

/** All a review needs to know of a pull request before it reads a file. */
export interface PullRequestState {
  readonly head: string;
  /** Our checks on the head commit, newest first. */
  readonly checks: readonly OwnCheck[];
  /** Open pull requests of the repository. */
  readonly others: readonly OpenPullRequest[];
  /** `undefined` once the pull request is closed. */
  readonly live: LivePullRequest | undefined;
}

/** What is read of a pull request only while it is open. */
export interface LivePullRequest {
  readonly standing: Standing;
  readonly comments: readonly Comment[];
  /** The head commit and the last commits before it, newest first; not all of them. */
  readonly recent: readonly string[];
}

/** Reads a pull request as it is now; `undefined` where there is none. */
export async function readPullRequest(
  client: Client,
  pull: RepositoryName & { readonly number: number; readonly app: number },
): Promise<PullRequestState | undefined> {
  const { owner, repo, number, app } = pull;
  const answer = await client.graphql(PULL_REQUEST, { owner, repo, number, app }).catch(nothing);
  // Only what GitHub clearly says is not there counts as missing; an answer without it is no answer.
  const found = at(answer, "repository", "pullRequest");
  if (at(answer, "repository") === null || found === null) return undefined;
  return {
    head: shaAt(found, "headRefOid"),
    checks: readOwnChecks(at(found, "commits", "nodes", 0, "commit")),
    others: await everyOpen(client, pull, at(answer, "repository", "pullRequests")),
    live: textAt(found, "state") === "OPEN" ? await readLive(client, pull, found) : undefined,
  };
}

async function readLive(
  client: Client,
  pull: RepositoryName & { readonly number: number },
  found: unknown,
): Promise<LivePullRequest> {
  const history = listAt(found, "recent", "nodes", 0, "commit", "history", "nodes");
  return {
    standing: readStanding(found),
    comments: await everyComment(client, pull, at(found, "comments")),
    recent: history.map((node) => shaAt(node, "oid")),
  };
}

/** Lists the open pull requests of a repository. */
export async function listOpenPullRequests(
  client: Client,
  { owner, repo }: RepositoryName,
): Promise<readonly OpenPullRequest[]> {
  const answer = await client.graphql(OPEN_PULL_REQUESTS, { owner, repo, after: null });
  return everyOpen(client, { owner, repo }, at(answer, "repository", "pullRequests"));
}

/** Where every open pull request of a repository stands. */
export async function listStandings(
  client: Client,
  { owner, repo, app }: RepositoryName & { readonly app: number },
): Promise<readonly Standing[]> {
  const read = async (after: string | null) =>
    at(await client.graphql(STANDINGS, { owner, repo, app, after }), "repository", "pullRequests");
  return (await everyNode(await read(null), read)).map(readStanding);
}

/** The comments of a pull request as they are now. */
export async function listComments(
  client: Client,
  { owner, repo, number }: RepositoryName & { readonly number: number },
): Promise<readonly Comment[]> {
  const answer = await client.graphql(COMMENTS, { owner, repo, number, after: null });
  return everyComment(client, { owner, repo, number }, at(answer, "repository", "pullRequest", "comments"));
}

async function everyComment(
  client: Client,
  { owner, repo, number }: RepositoryName & { readonly number: number },
  first: unknown,
): Promise<readonly Comment[]> {
  const nodes = await everyNode(first, async (after) => {
    const answer = await client.graphql(COMMENTS, { owner, repo, number, after });
    return at(answer, "repository", "pullRequest", "comments");
  });
  return nodes.map((node) => {
    const author = at(node, "author", "login");
    return {
      id: Number(at(node, "fullDatabaseId")),
      body: textAt(node, "body"),
      author: typeof author === "string" ? author : undefined,
      isBot: at(node, "author", "__typename") === "Bot",
    };
  });
}

async function everyOpen(
  client: Client,
  { owner, repo }: RepositoryName,
  first: unknown,
): Promise<readonly OpenPullRequest[]> {
  const nodes = await everyNode(first, async (after) => {
    const answer = await client.graphql(OPEN_PULL_REQUESTS, { owner, repo, after });
    return at(answer, "repository", "pullRequests");
  });
  return nodes.map((node) => ({
    number: numberAt(node, "number"),
    head: shaAt(node, "headRefOid"),
    branch: textAt(node, "baseRefName"),
  }));
}

/** The nodes of a connection over all its pages; a cursor met twice is an answer that leads in a circle. */
async function everyNode(
  first: unknown,
  next: (after: string) => Promise<unknown>,
): Promise<readonly unknown[]> {
  const nodes = [...listAt(first, "nodes")];
  const seen = new Set<string>();
  let page = first;
  while (booleanAt(page, "pageInfo", "hasNextPage")) {
    const cursor = textAt(page, "pageInfo", "endCursor");
    if (seen.has(cursor)) throw new GithubError("GitHub gave one page twice", { kind: "unavailable" });
    seen.add(cursor);
    page = await next(cursor);
    nodes.push(...listAt(page, "nodes"));
  }
  return nodes;
}

function nothing(error: unknown): unknown {
  if (error instanceof GithubError && error.kind === "missing") return { repository: null };
  throw error;
}
