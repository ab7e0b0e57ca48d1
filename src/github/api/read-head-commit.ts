import { at, shaAt } from "./answer.ts";
import type { Client, RepositoryName } from "./client.ts";
import { HEAD_COMMIT } from "./pull-request-queries.ts";

/**
 * The head commit of a pull request in the shape of the fragment `Standing`, with its tree and our checks. GitHub
 * lists commits by date: after a rebase, or with none of its own left, a pull request's last one is not its head.
 */
export async function readHeadCommit(
  client: Client,
  { owner, repo, app }: RepositoryName & { readonly app: number },
  pull: unknown,
): Promise<unknown> {
  const sha = shaAt(pull, "headRefOid");
  const last = at(pull, "commits", "nodes", 0, "commit");
  if (at(last, "oid") === sha) return last;
  return at(await client.graphql(HEAD_COMMIT, { owner, repo, app, sha }), "repository", "object");
}
