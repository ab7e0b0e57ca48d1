import { at } from "./answer.ts";
import type { Client, RepositoryName } from "./client.ts";
import { GithubError } from "./github-error.ts";

/**
 * Gives a comment of ours another text: one in the conversation of a pull request (`issues`) or on a line of it
 * (`pulls`). Fails unless GitHub says that it has.
 */
export async function editComment(
  client: Client,
  { owner, repo }: RepositoryName,
  { kind, id }: { readonly kind: "issues" | "pulls"; readonly id: number },
  body: string,
): Promise<void> {
  const route = `PATCH /repos/{owner}/{repo}/${kind}/comments/{comment_id}`;
  const answer = await client.rest(route, { owner, repo, comment_id: id, body });
  if (at(answer, "id") !== id) throw new GithubError("the comment was not edited", { kind: "unavailable" });
}
