import type { JsonObject } from "../model/document.ts";
import { appBot } from "./accounts.ts";
import { authorAssociation } from "./author-association.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { presentAccount } from "./present-account.ts";
import { presentApp } from "./present-installation.ts";
import type { Comment, PullRequest, Reaction, World } from "./world.ts";

/** What a comment can be answered with, as GitHub counts it. */
export const REACTIONS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"] as const;

/** A comment of a pull request's conversation. */
export function presentComment(world: World, comment: Comment): JsonObject {
  const { pull, user } = comment;
  const api = `${world.url}/repos/${pull.repository.fullName}/issues`;
  const url = `${api}/comments/${comment.id}`;
  return {
    url,
    html_url: `${world.url}/${pull.repository.fullName}/pull/${pull.number}#issuecomment-${comment.id}`,
    issue_url: `${api}/${pull.number}`,
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    user: presentAccount(world, user),
    created_at: isoTime(comment.createdAt),
    updated_at: isoTime(comment.updatedAt),
    author_association: authorAssociation(world, pull.repository, user),
    body: comment.body,
    reactions: presentReactionCounts(url, comment.reactions),
    performed_via_github_app: user === appBot(world) ? presentApp(world, world.app.id) : null,
  };
}

/** A pull request as the issues endpoints and comment events show it. */
export function presentIssue(world: World, pull: PullRequest): JsonObject {
  const api = `${world.url}/repos/${pull.repository.fullName}`;
  const url = `${api}/issues/${pull.number}`;
  const page = `${world.url}/${pull.repository.fullName}/pull/${pull.number}`;
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: pull.id,
    node_id: nodeId("PullRequest", `${pull.repository.id}:${pull.number}`),
    number: pull.number,
    title: pull.title,
    user: presentAccount(world, pull.author),
    labels: [],
    state: pull.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: pull.comments.length,
    created_at: isoTime(pull.createdAt),
    updated_at: isoTime(pull.updatedAt),
    closed_at: isoTime(pull.closedAt),
    author_association: authorAssociation(world, pull.repository, pull.author),
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: {
      url: `${api}/pulls/${pull.number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: isoTime(pull.merged?.at),
    },
    body: pull.body,
    reactions: presentReactionCounts(url, []),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: null,
  };
}

/** One reaction. */
export function presentReaction(world: World, reaction: Reaction): JsonObject {
  return {
    id: reaction.id,
    node_id: nodeId("Reaction", reaction.id),
    user: presentAccount(world, reaction.user),
    content: reaction.content,
    created_at: isoTime(reaction.createdAt),
  };
}

/** How often each reaction was given. */
export function presentReactionCounts(url: string, reactions: readonly Reaction[]): JsonObject {
  const counts = REACTIONS.map((content) => [content, reactions.filter((r) => r.content === content).length]);
  return { url: `${url}/reactions`, total_count: reactions.length, ...Object.fromEntries(counts) };
}
