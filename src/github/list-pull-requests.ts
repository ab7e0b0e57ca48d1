import { at, numberAt, shaAt, textAt } from "./answer.ts";
import type { Client, RepositoryName } from "./client.ts";
import { everyNode } from "./every-node.ts";
import { OPEN_PULL_REQUESTS, STANDINGS } from "./pull-request-queries.ts";
import { readHeadCommit } from "./read-head-commit.ts";
import { readStanding, type Standing } from "./standing.ts";

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

/** Where every open pull request of a repository stands. */
export async function listStandings(
  client: Client,
  { owner, repo, app }: RepositoryName & { readonly app: number },
): Promise<readonly Standing[]> {
  const ask = (after: string | null) => client.graphql(STANDINGS, { owner, repo, app, after });
  const first = await ask(null);
  const main = at(first, "repository", "defaultBranchRef");
  const pulls = await everyNode(at(first, "repository", "pullRequests"), async (after) =>
    at(await ask(after), "repository", "pullRequests"),
  );
  const standings: Standing[] = [];
  for (const pull of pulls) {
    standings.push(readStanding(pull, await readHeadCommit(client, { owner, repo, app }, pull), main));
  }
  return standings;
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
