import { shaAt } from "../api/answer.ts";
import type { Client } from "../api/client.ts";
import type { Commit } from "../review/standing.ts";

/** Another repository whose policies judge, and the branch, tag or commit they are taken from. */
export interface PoliciesRef {
  readonly repository: string;
  readonly ref: string;
}

/** The commit a ref of another repository names now. */
export async function readPoliciesTip(client: Client, { repository, ref }: PoliciesRef): Promise<Commit> {
  const [owner = "", repo = ""] = repository.split("/");
  const answer = await client.rest("GET /repos/{owner}/{repo}/commits/{ref}", { owner, repo, ref });
  return { sha: shaAt(answer, "sha"), tree: shaAt(answer, "commit", "tree", "sha") };
}
