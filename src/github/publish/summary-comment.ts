import { COMMENT_MARKER } from "../../render/comment-state.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { createComment } from "../api/create-comment.ts";
import { editComment } from "../api/edit-comment.ts";
import { GithubError } from "../api/github-error.ts";
import type { Comment } from "../api/list-comments.ts";
import { ownComments } from "./own-comments.ts";

/** Our summary comments among the comments of a pull request, oldest first: marked, and written by our app. */
export function findSummaryComments(comments: readonly Comment[], slug: string): readonly Comment[] {
  return ownComments(comments, slug, COMMENT_MARKER);
}

/**
 * Brings the one summary comment to `body`. It is created when `worthSaying` and absent, edited where it
 * differs, and left alone where it does not; what stands there twice is taken away.
 */
export async function writeSummaryComment(
  client: Client,
  pull: RepositoryName & { readonly number: number; readonly slug: string },
  {
    existing,
    body,
    worthSaying,
  }: {
    readonly existing: readonly Comment[];
    readonly body: string;
    readonly worthSaying: boolean;
  },
): Promise<void> {
  const [first, ...doubles] = existing;
  if (first === undefined) {
    if (worthSaying) await createComment(client, pull, { marker: COMMENT_MARKER, body });
    return;
  }
  if (first.body !== body) await editComment(client, pull, { kind: "issues", id: first.id }, body);
  for (const { id } of doubles) await remove(client, pull, id);
}

async function remove(client: Client, { owner, repo }: RepositoryName, id: number): Promise<void> {
  await client
    .rest("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", { owner, repo, comment_id: id })
    .catch((error: unknown) => {
      if (!(error instanceof GithubError) || error.kind !== "missing") throw error;
    });
}
