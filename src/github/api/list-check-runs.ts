import { CHECK_NAME } from "../publish/check-identity.ts";
import { listAt, numberAt } from "./answer.ts";
import type { Client, RepositoryName } from "./client.ts";

/** The last hundred check runs of our name on a commit, newest first, whoever wrote them. */
export async function listCheckRuns(
  client: Client,
  { owner, repo, head }: RepositoryName & { readonly head: string },
): Promise<readonly unknown[]> {
  const answer = await client.rest("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
    owner,
    repo,
    ref: head,
    check_name: CHECK_NAME,
    filter: "all",
    per_page: 100,
  });
  return [...listAt(answer, "check_runs")].sort((a, b) => numberAt(b, "id") - numberAt(a, "id"));
}
