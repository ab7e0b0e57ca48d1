import { readStanding, type Standing } from "../review/standing.ts";
import { at, numberAt, shaAt, textAt } from "./answer.ts";
import type { Client, RepositoryName } from "./client.ts";
import { everyNode } from "./every-node.ts";
import { GithubError } from "./github-error.ts";
import { OPEN_PULL_REQUESTS, STANDINGS } from "./pull-request-queries.ts";
import { readHeadCommit } from "./read-head-commit.ts";

/** An open pull request, in short. */
export interface OpenPullRequest {
  readonly number: number;
  readonly head: string;
  readonly branch: string;
}

/** Lists the open pull requests of a repository. */
export async function listOpenPullRequests(
  client: Client,
  { owner, repo }: RepositoryName,
): Promise<readonly OpenPullRequest[]> {
  const answer = await client.graphql(OPEN_PULL_REQUESTS, { owner, repo, after: null });
  return everyOpen(client, { owner, repo }, at(answer, "repository", "pullRequests"));
}

/** What a look at every open pull request of a repository found. */
export interface Listed {
  readonly standings: readonly Standing[];
  /** Those of which GitHub did not give all that tells where they stand. */
  readonly unread: readonly { readonly number: number; readonly error: unknown }[];
}

/** Where every open pull request of a repository stands. One that cannot be read keeps no other from being read. */
export async function listStandings(
  client: Client,
  { owner, repo, app }: RepositoryName & { readonly app: number },
): Promise<Listed> {
  const ask = (after: string | null) => client.graphql(STANDINGS, { owner, repo, app, after });
  const first = await ask(null);
  const main = at(first, "repository", "defaultBranchRef");
  const pulls = await everyNode(at(first, "repository", "pullRequests"), async (after) =>
    at(await ask(after), "repository", "pullRequests"),
  );
  const standings: Standing[] = [];
  const unread: Listed["unread"][number][] = [];
  for (const pull of pulls) {
    try {
      standings.push(readStanding(pull, await readHeadCommit(client, { owner, repo, app }, pull), main));
    } catch (error) {
      if (isAboutAll(error)) throw error;
      unread.push({ number: numberAt(pull, "number"), error });
    }
  }
  return { standings, unread };
}

/** Where GitHub asks to wait, or knows no such repository any more, it says the same of every other one. */
function isAboutAll(error: unknown): boolean {
  return !(error instanceof GithubError) || error.kind === "rate-limited" || error.kind === "missing";
}

/** The open pull requests from the first page of them that an answer brought. */
export async function everyOpen(
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
