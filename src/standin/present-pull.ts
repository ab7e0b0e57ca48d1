import type { JsonObject } from "../model/document.ts";
import { authorAssociation } from "./author-association.ts";
import { isoTime } from "./iso-time.ts";
import { testMerge } from "./mergeability.ts";
import { nodeId } from "./node-id.ts";
import { presentAccount } from "./present-account.ts";
import { presentRepository } from "./present-repository.ts";
import { pullStatistics } from "./pull-diff.ts";
import type { PullRequest, Repository, World } from "./world.ts";

/** A pull request in full: as read one at a time, and as webhooks carry it. */
export function presentPull(world: World, pull: PullRequest): JsonObject {
  const statistics = pullStatistics(pull);
  const open = pull.state === "open";
  const clean = open && testMerge(pull.repository, pull.base.sha, pull.head.sha) !== undefined;
  return {
    ...presentPullSummary(world, pull),
    merged: pull.merged !== undefined,
    mergeable: open ? clean : null,
    rebaseable: open ? clean : null,
    mergeable_state: open ? (clean ? "clean" : "dirty") : "unknown",
    merged_by: pull.merged === undefined ? null : presentAccount(world, pull.merged.by),
    comments: pull.comments.length,
    review_comments: pull.reviewComments.length,
    maintainer_can_modify: false,
    commits: statistics.commits,
    additions: statistics.additions,
    deletions: statistics.deletions,
    changed_files: statistics.changedFiles,
  };
}

/** A pull request as lists show it, without sizes and mergeability. */
export function presentPullSummary(world: World, pull: PullRequest): JsonObject {
  const { repository, number, head, base } = pull;
  const api = `${world.url}/repos/${repository.fullName}`;
  const page = `${world.url}/${repository.fullName}/pull/${number}`;
  const links = {
    self: `${api}/pulls/${number}`,
    html: page,
    issue: `${api}/issues/${number}`,
    comments: `${api}/issues/${number}/comments`,
    review_comments: `${api}/pulls/${number}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${api}/pulls/${number}/commits`,
    statuses: `${api}/statuses/${head.sha}`,
  };
  return {
    url: links.self,
    id: pull.id,
    node_id: nodeId("PullRequest", `${repository.id}:${number}`),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: links.issue,
    number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: presentAccount(world, pull.author),
    body: pull.body,
    created_at: isoTime(pull.createdAt),
    updated_at: isoTime(pull.updatedAt),
    closed_at: isoTime(pull.closedAt),
    merged_at: isoTime(pull.merged?.at),
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: [],
    milestone: null,
    draft: pull.draft,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    head: presentSide(world, head.repository, head.ref, head.sha),
    base: presentSide(world, repository, base.ref, base.sha),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: authorAssociation(world, repository, pull.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** The few keys checks carry of the pull requests they belong to; never for a head in a fork. */
export function presentPullReference(world: World, pull: PullRequest): JsonObject {
  const { id, name, fullName } = pull.repository;
  const url = `${world.url}/repos/${fullName}`;
  const repo = { id, name, url };
  return {
    url: `${url}/pulls/${pull.number}`,
    id: pull.id,
    number: pull.number,
    head: { ref: pull.head.ref, sha: pull.head.sha, repo },
    base: { ref: pull.base.ref, sha: pull.base.sha, repo },
  };
}

function presentSide(world: World, repository: Repository, ref: string, sha: string): JsonObject {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: presentAccount(world, repository.owner),
    repo: presentRepository(world, repository),
  };
}
