import { type Graph, type GraphObject, guarded } from "./graph.ts";
import { actorObject } from "./graph-actor.ts";
import { connection } from "./graph-connection.ts";
import { gitObject, refObject } from "./graph-git.ts";
import { commitsListed } from "./history.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import type { Comment, PullRequest, Review } from "./world.ts";

/** A pull request as far as an app reads it here. */
export function pullObject(graph: Graph, pull: PullRequest): GraphObject {
  const { repository, head, base } = pull;
  const queued = repository.mergeQueue.some((entry) => entry.pull === pull);
  return {
    type: "PullRequest",
    as: ["Node"],
    fields: {
      id: () => nodeId("PullRequest", `${repository.id}:${pull.number}`),
      databaseId: () => pull.id,
      fullDatabaseId: () => `${pull.id}`,
      number: () => pull.number,
      title: () => pull.title,
      body: () => pull.body ?? "",
      state: () => stateOf(pull),
      closed: () => pull.state === "closed",
      merged: () => pull.merged !== undefined,
      isDraft: () => pull.draft,
      isInMergeQueue: () => queued,
      isCrossRepository: () => head.repository !== repository,
      url: () => `${graph.world.url}/${repository.fullName}/pull/${pull.number}`,
      author: () => actorObject(graph, pull.author),
      headRepositoryOwner: () => actorObject(graph, head.repository.owner),
      headRefName: () => head.ref,
      headRefOid: () => head.sha,
      headRef: () => refObject(graph, head.repository, `refs/heads/${head.ref}`),
      baseRefName: () => base.ref,
      baseRefOid: () => base.sha,
      baseRef: () => refObject(graph, repository, `refs/heads/${base.ref}`),
      comments: (args) => connection("IssueComment", pull.comments, args, (c) => commentObject(graph, c)),
      reviews: (args) => {
        const { states } = args;
        const wanted = (review: Review) => !Array.isArray(states) || states.includes(review.state);
        return connection("PullRequestReview", pull.reviews.filter(wanted), args, (r) =>
          reviewObject(graph, pull, r),
        );
      },
      timelineItems: (args) => {
        const { itemTypes } = args;
        const wanted = !Array.isArray(itemTypes) || itemTypes.includes("HEAD_REF_FORCE_PUSHED_EVENT");
        return connection("PullRequestTimelineItems", wanted ? pull.forcePushes : [], args, (push) => ({
          type: "HeadRefForcePushedEvent",
          as: ["Node"],
          fields: {
            actor: () => actorObject(graph, push.actor),
            beforeCommit: () => gitObject(graph, repository, push.before),
            afterCommit: () => gitObject(graph, repository, push.after),
          },
        }));
      },
      commits: guarded(graph, "contents", (args) => {
        const shas = commitsListed(repository.store, base.sha, head.sha);
        return connection("PullRequestCommit", shas, args, (sha) => ({
          type: "PullRequestCommit",
          as: ["Node"],
          fields: { commit: () => gitObject(graph, repository, sha) },
        }));
      }),
    },
  };
}

/** A comment of a pull request's conversation. */
export function commentObject(graph: Graph, comment: Comment): GraphObject {
  return {
    type: "IssueComment",
    as: ["Node", "Comment"],
    fields: {
      id: () => nodeId("IssueComment", comment.id),
      databaseId: () => comment.id,
      fullDatabaseId: () => `${comment.id}`,
      body: () => comment.body,
      author: () => actorObject(graph, comment.user),
      createdAt: () => isoTime(comment.createdAt),
      updatedAt: () => isoTime(comment.updatedAt),
      isMinimized: () => false,
    },
  };
}

/** `OPEN`, `CLOSED` or `MERGED`. */
export function stateOf(pull: PullRequest): string {
  return pull.merged === undefined ? pull.state.toUpperCase() : "MERGED";
}

function reviewObject(graph: Graph, pull: PullRequest, review: Review): GraphObject {
  return {
    type: "PullRequestReview",
    as: ["Node", "Comment"],
    fields: {
      id: () => nodeId("PullRequestReview", review.id),
      databaseId: () => review.id,
      fullDatabaseId: () => `${review.id}`,
      state: () => review.state,
      body: () => review.body,
      author: () => actorObject(graph, review.user),
      submittedAt: () => isoTime(review.submittedAt),
      commit: () => gitObject(graph, pull.repository, review.commit),
    },
  };
}
