import { type Graph, type GraphObject, guarded } from "./graph.ts";
import { actorObject } from "./graph-actor.ts";
import { connection } from "./graph-connection.ts";
import { findObject, gitObject, refObject } from "./graph-git.ts";
import { pullObject, stateOf } from "./graph-pull.ts";
import { GraphqlError } from "./graphql-error.ts";
import { nodeId } from "./node-id.ts";
import type { PullRequest, QueueEntry, Repository } from "./world.ts";

/** A repository with its objects, refs, pull requests and merge queue. */
export function repositoryObject(graph: Graph, repository: Repository): GraphObject {
  const main = `refs/heads/${repository.defaultBranch}`;
  return {
    type: "Repository",
    as: ["Node", "RepositoryInfo"],
    fields: {
      id: () => nodeId("Repository", repository.id),
      databaseId: () => repository.id,
      name: () => repository.name,
      nameWithOwner: () => repository.fullName,
      isPrivate: () => repository.isPrivate,
      isFork: () => repository.parent !== undefined,
      url: () => `${graph.world.url}/${repository.fullName}`,
      owner: () => actorObject(graph, repository.owner),
      object: guarded(graph, "contents", ({ oid, expression }) =>
        gitObject(graph, repository, findObject(repository, oid, expression)),
      ),
      ref: guarded(graph, "contents", ({ qualifiedName }) =>
        refObject(graph, repository, `${qualifiedName}`),
      ),
      defaultBranchRef: guarded(graph, "contents", () => refObject(graph, repository, main)),
      pullRequest: guarded(graph, "pull_requests", ({ number }, report) => {
        const pull = repository.pulls.get(Number(number));
        if (pull === undefined) report(unknownPull(Number(number)));
        return pull === undefined ? null : pullObject(graph, pull);
      }),
      pullRequests: guarded(graph, "pull_requests", (args) => {
        const { states, baseRefName, headRefName } = args;
        const wanted = (pull: PullRequest): boolean =>
          (!Array.isArray(states) || states.includes(stateOf(pull))) &&
          (typeof baseRefName !== "string" || pull.base.ref === baseRefName) &&
          (typeof headRefName !== "string" || pull.head.ref === headRefName);
        const pulls = [...repository.pulls.values()].filter(wanted);
        // The one order asked for here, whatever is written: the last to change first. Without one, by age.
        if (args.orderBy !== undefined) pulls.sort((a, b) => b.updatedAt - a.updatedAt);
        return connection("PullRequest", pulls, args, (pull) => pullObject(graph, pull));
      }),
      mergeQueue: guarded(graph, "merge_queues", ({ branch }) => {
        const base = typeof branch === "string" ? branch : repository.defaultBranch;
        const entries = repository.mergeQueue.filter((entry) => entry.pull.base.ref === base);
        return queueObject(graph, repository, entries);
      }),
    },
  };
}

function unknownPull(number: number): GraphqlError {
  return new GraphqlError(`Could not resolve to a PullRequest with the number of ${number}.`, "NOT_FOUND");
}

function queueObject(graph: Graph, repository: Repository, entries: readonly QueueEntry[]): GraphObject {
  return {
    type: "MergeQueue",
    as: ["Node"],
    fields: {
      entries: (args) =>
        connection("MergeQueueEntry", entries, args, (entry) => ({
          type: "MergeQueueEntry",
          as: ["Node"],
          fields: {
            position: () => entries.indexOf(entry) + 1,
            pullRequest: () => pullObject(graph, entry.pull),
            baseCommit: () => gitObject(graph, repository, entry.baseSha),
            headCommit: () => gitObject(graph, repository, entry.headSha),
          },
        })),
    },
  };
}
