import { COMMENT_MARKER, commentedHead, isRefusal } from "../../render/comment-state.ts";
import { at, listAt, numberAt, textAt } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { ownComments } from "../publish/own-comments.ts";
import { LASTING } from "../review/conclude.ts";
import type { Standing } from "../review/standing.ts";
import type { AppContext } from "../server/app-context.ts";

/**
 * Open pull requests whose summary comment stands there twice, speaks of another head, or gives a verdict where the check
 * on the head came to none, or the other way round. Two processes,
 * or one that was held up between looking and writing, can leave it so, and the check alone does not show it. Looks at
 * the hundred comments of the repository that were touched last, in one request.
 */
export async function listAmissComments(
  { identity }: Pick<AppContext, "identity">,
  client: Client,
  { owner, repo, standings }: RepositoryName & { readonly standings: readonly Standing[] },
): Promise<readonly number[]> {
  const settled = standings.filter(isSettled);
  if (settled.length === 0) return [];
  const answer = await client.rest("GET /repos/{owner}/{repo}/issues/comments", {
    owner,
    repo,
    sort: "updated",
    direction: "desc",
    per_page: 100,
  });
  const own = ownComments(listAt({ answer }, "answer").map(readComment), identity.slug, COMMENT_MARKER);
  return settled.flatMap((standing) => {
    const comments = own.filter((comment) => comment.issue === standing.number);
    return comments.length > 1 || comments.some(({ body }) => isAbout(body, standing) === false)
      ? standing.number
      : [];
  });
}

/** Where the check itself has to be given anew, the comment comes along. */
function isSettled({ checks: [newest] }: Standing): boolean {
  return newest?.completed === true && newest.identity?.validUntil !== undefined;
}

/** Tells whether a comment speaks of a head, and of what its check says; `undefined` where it does not say. */
function isAbout(body: string, { head, checks: [newest] }: Standing): boolean | undefined {
  const about = commentedHead(body);
  if (about === undefined) return undefined;
  return about === head.sha && isRefusal(body) === (newest?.identity?.validUntil === LASTING);
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
