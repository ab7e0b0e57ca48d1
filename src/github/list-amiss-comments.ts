import { COMMENT_MARKER, commentedHead } from "../render/comment-state.ts";
import { at, listAt, numberAt, textAt } from "./answer.ts";
import type { AppContext } from "./app-context.ts";
import type { Client, RepositoryName } from "./client.ts";
import { LASTING } from "./conclude.ts";
import { ownComments } from "./own-comments.ts";
import type { Standing } from "./standing.ts";

/**
 * Open pull requests with a verdict whose summary comment stands there twice or speaks of another head. Two processes,
 * or one that was held up between looking and writing, can leave it so, and the check alone does not show it. Looks at
 * the hundred comments of the repository that were touched last, in one request.
 */
export async function listAmissComments(
  { identity }: Pick<AppContext, "identity">,
  client: Client,
  { owner, repo, standings }: RepositoryName & { readonly standings: readonly Standing[] },
): Promise<readonly number[]> {
  const decided = standings.filter(hasVerdict);
  if (decided.length === 0) return [];
  const answer = await client.rest("GET /repos/{owner}/{repo}/issues/comments", {
    owner,
    repo,
    sort: "updated",
    direction: "desc",
    per_page: 100,
  });
  const own = ownComments(listAt({ answer }, "answer").map(readComment), identity.slug, COMMENT_MARKER);
  return decided.flatMap(({ number, head }) => {
    const comments = own.filter((comment) => comment.issue === number);
    const about = commentedHead(comments[0]?.body ?? "");
    return comments.length > 1 || (about !== undefined && about !== head.sha) ? number : [];
  });
}

/** Where nothing could be decided, and only another commit will change that, the comment stays as it is. */
function hasVerdict({ checks: [newest] }: Standing): boolean {
  return newest?.completed === true && newest.identity?.validUntil !== LASTING;
}

function readComment(comment: unknown) {
  const author = at(comment, "user", "login");
  return {
    id: numberAt(comment, "id"),
    issue: Number(textAt(comment, "issue_url").split("/").at(-1)),
    body: String(at(comment, "body") ?? ""),
    author: typeof author === "string" ? author : undefined,
    isBot: at(comment, "user", "type") === "Bot",
  };
}
