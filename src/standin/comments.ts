import { accountOf } from "./accounts.ts";
import { emitInRepository } from "./emit.ts";
import { presentComment, presentIssue } from "./present-comment.ts";
import { findPull, type PullRef } from "./pulls.ts";
import type { Account, Comment, PullRequest, World } from "./world.ts";

/** A person's comment on a pull request. Gives its id. */
export function writeComment(world: World, ref: PullRef, user: string, body: string): number {
  return addComment(world, findPull(world, ref), accountOf(world, user), body).id;
}

/** Records a comment and tells listeners and the app. */
export function addComment(world: World, pull: PullRequest, user: Account, body: string): Comment {
  const now = world.now();
  const comment: Comment = {
    id: world.nextId(),
    pull,
    user,
    createdAt: now,
    updatedAt: now,
    reactions: [],
    body,
  };
  pull.comments.push(comment);
  announce(world, comment, "created", user);
  return comment;
}

/** Changes a comment's text. */
export function editComment(world: World, comment: Comment, body: string, editor: Account): void {
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = world.now();
  announce(world, comment, "edited", editor, { changes: { body: { from } } });
}

/** A person edits a comment of their own, or with write access anyone's. */
export function editCommentAs(world: World, ref: PullRef, id: number, user: string, body: string): void {
  editComment(world, findComment(world, ref, id), body, accountOf(world, user));
}

/** Deletes a comment. */
export function removeComment(world: World, comment: Comment, sender: Account): void {
  comment.pull.comments.splice(comment.pull.comments.indexOf(comment), 1);
  announce(world, comment, "deleted", sender);
}

/** A person deletes a comment. */
export function deleteCommentAs(world: World, ref: PullRef, id: number, user: string): void {
  removeComment(world, findComment(world, ref, id), accountOf(world, user));
}

function findComment(world: World, ref: PullRef, id: number): Comment {
  const comment = findPull(world, ref).comments.find((other) => other.id === id);
  if (comment === undefined) throw new Error(`pull request ${ref.number} has no comment ${id}`);
  return comment;
}

function announce(world: World, comment: Comment, action: string, sender: Account, more = {}): void {
  const { repository } = comment.pull;
  for (const listener of world.listeners) listener({ kind: "comment", repository, comment });
  emitInRepository(world, repository, "issue_comment", sender, {
    action,
    ...more,
    issue: presentIssue(world, comment.pull),
    comment: presentComment(world, comment),
  });
}
