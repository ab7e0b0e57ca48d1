import type { JsonObject } from "../model/document.ts";
import { authorAssociation } from "./author-association.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { presentAccount } from "./present-account.ts";
import { presentReactionCounts } from "./present-comment.ts";
import type { PullRequest, Review, ReviewComment, World } from "./world.ts";

/** A review. Webhooks write its state in lower case, the REST API in upper case. */
export function presentReview(
  world: World,
  pull: PullRequest,
  review: Review,
  use: "rest" | "webhook",
): JsonObject {
  const page = `${world.url}/${pull.repository.fullName}/pull/${pull.number}#pullrequestreview-${review.id}`;
  const pullUrl = `${world.url}/repos/${pull.repository.fullName}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId("PullRequestReview", review.id),
    user: presentAccount(world, review.user),
    body: use === "webhook" && review.body === "" ? null : review.body,
    state: use === "webhook" ? review.state.toLowerCase() : review.state,
    html_url: page,
    pull_request_url: pullUrl,
    author_association: authorAssociation(world, pull.repository, review.user),
    _links: { html: { href: page }, pull_request: { href: pullUrl } },
    submitted_at: isoTime(review.submittedAt),
    commit_id: review.commit,
  };
}

/** A comment on a line of the diff. `line` is null once the head has moved on, as for any outdated one. */
export function presentReviewComment(world: World, pull: PullRequest, comment: ReviewComment): JsonObject {
  const api = `${world.url}/repos/${pull.repository.fullName}/pulls`;
  const page = `${world.url}/${pull.repository.fullName}/pull/${pull.number}#discussion_r${comment.id}`;
  const outdated = comment.commit !== pull.head.sha;
  return {
    id: comment.id,
    node_id: nodeId("PullRequestReviewComment", comment.id),
    pull_request_review_id: comment.review,
    url: `${api}/comments/${comment.id}`,
    diff_hunk: comment.diffHunk,
    path: comment.path,
    commit_id: comment.commit,
    original_commit_id: comment.commit,
    user: presentAccount(world, comment.user),
    body: comment.body,
    created_at: isoTime(comment.createdAt),
    updated_at: isoTime(comment.updatedAt),
    html_url: page,
    pull_request_url: `${api}/${pull.number}`,
    author_association: authorAssociation(world, pull.repository, comment.user),
    _links: {
      self: { href: `${api}/comments/${comment.id}` },
      html: { href: page },
      pull_request: { href: `${api}/${pull.number}` },
    },
    start_line: outdated ? null : (comment.startLine ?? null),
    original_start_line: comment.startLine ?? null,
    start_side: comment.startLine === undefined ? null : comment.side,
    line: outdated ? null : comment.line,
    original_line: comment.line,
    side: comment.side,
    subject_type: "line",
    reactions: presentReactionCounts(`${api}/comments/${comment.id}`, comment.reactions),
    ...(comment.inReplyTo !== undefined && { in_reply_to_id: comment.inReplyTo }),
  };
}
