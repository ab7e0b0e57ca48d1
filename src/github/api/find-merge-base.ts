import type { Commit } from "../review/standing.ts";
import { shaAt } from "./answer.ts";
import type { Client, RepositoryName } from "./client.ts";

/**
 * The newest commit that base and head have in common. A base tip among the head's `recent` ancestors is
 * that commit, and GitHub need not be asked.
 */
export async function findMergeBase(
  client: Client,
  { owner, repo }: RepositoryName,
  {
    base,
    head,
    recent,
  }: { readonly base: Commit; readonly head: string; readonly recent: readonly string[] },
): Promise<Commit> {
  if (recent[0] === head && recent.includes(base.sha)) return base;
  const answer = await client.rest("GET /repos/{owner}/{repo}/compare/{basehead}", {
    owner,
    repo,
    basehead: `${base.sha}...${head}`,
    // The files of a comparison come with its first page only, and are not wanted.
    page: 2,
    per_page: 1,
  });
  return {
    sha: shaAt(answer, "merge_base_commit", "sha"),
    tree: shaAt(answer, "merge_base_commit", "commit", "tree", "sha"),
  };
}
