import { at, listAt, numberAt } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { LEFT_OPEN } from "../api/pull-request-queries.ts";

/**
 * Pull requests with an unfinished check of ours on a commit that nobody judges any more: one that was taken from their
 * branch by a forced push, or the head of one that was closed. Of those, the ones that changed last; none of them can be merged
 * by such a check, and what is older stays as it is.
 */
export async function listLeftOpen(
  client: Client,
  { owner, repo, app }: RepositoryName & { readonly app: number },
): Promise<readonly number[]> {
  const answer = await client.graphql(LEFT_OPEN, { owner, repo, app });
  const open = listAt(answer, "repository", "open", "nodes").map((pull) => ({
    pull,
    commits: listAt(pull, "forced", "nodes").map((push) => at(push, "beforeCommit")),
  }));
  const closed = listAt(answer, "repository", "closed", "nodes").map((pull) => ({
    pull,
    commits: listAt(pull, "commits", "nodes").map((node) => at(node, "commit")),
  }));
  return [...open, ...closed].flatMap(({ pull, commits }) =>
    commits.some(isUnfinished) ? numberAt(pull, "number") : [],
  );
}

/** GitHub forgets a commit that nothing leads to, some day: nothing is left on it then. */
function isUnfinished(commit: unknown): boolean {
  if (!commit) return false;
  return listAt(commit, "checkSuites", "nodes").some(
    (suite) => listAt(suite, "unfinished", "nodes").length > 0,
  );
}
