import { at, listAt, numberAt, shaAt } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { type Contributors, loginOf } from "../api/read-contributors.ts";
import type { Change } from "../review/gather-input.ts";

/**
 * The contributors of a change by a branch that its pull request does not go into: those the pull request lists, and whoever
 * wrote or committed what its own base has and this branch does not.
 */
export async function addContributors(
  client: Client,
  { owner, repo }: RepositoryName,
  { base, head, contributors }: Pick<Change, "base" | "head" | "contributors">,
): Promise<Contributors> {
  const answer = await client.rest("GET /repos/{owner}/{repo}/compare/{basehead}", {
    owner,
    repo,
    basehead: `${base.sha}...${head.sha}`,
    per_page: 100,
  });
  const commits = listAt(answer, "commits").map((commit) => ({
    sha: shaAt(commit, "sha"),
    signers: [at(commit, "author"), at(commit, "committer")].map(loginOf),
  }));
  const unlinked = commits.filter(({ signers }) => signers.some((login) => login.length === 0));
  return {
    known: new Set([...contributors.known, ...commits.flatMap(({ signers }) => signers.flat())]),
    unlinked: [...new Set([...contributors.unlinked, ...unlinked.map(({ sha }) => sha)])],
    more: contributors.more || numberAt(answer, "total_commits") > commits.length,
  };
}
