import { ownComments } from "../publish/own-comments.ts";
import { numberAt } from "./answer.ts";
import type { Client, RepositoryName } from "./client.ts";
import { mayHaveTakenEffect } from "./github-error.ts";
import { listComments } from "./list-comments.ts";

/** Writes a comment on a pull request, once: where the answer is lost, it is looked for by the marker it begins with. */
export async function createComment(
  client: Client,
  { owner, repo, number, slug }: RepositoryName & { readonly number: number; readonly slug: string },
  { marker, body }: { readonly marker: string; readonly body: string },
): Promise<void> {
  try {
    const answer = await client.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      owner,
      repo,
      issue_number: number,
      body,
    });
    numberAt(answer, "id");
  } catch (error) {
    if (!mayHaveTakenEffect(error)) throw error;
    const found = ownComments(await listComments(client, { owner, repo, number }), slug, marker);
    if (found.length === 0) throw error;
  }
}
