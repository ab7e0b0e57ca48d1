import type { JsonValue } from "../model/document.ts";
import { ApiError, type Route } from "./api.ts";
import { isObject, requiredText } from "./body-fields.ts";
import { type Graph, type GraphObject, guarded } from "./graph.ts";
import { runObject } from "./graph-checks.ts";
import { gitObject } from "./graph-git.ts";
import { organizationObject } from "./graph-organization.ts";
import { commentObject, pullObject } from "./graph-pull.ts";
import { repositoryObject } from "./graph-repository.ts";
import { GraphqlError } from "./graphql-error.ts";
import { runQuery } from "./graphql-run.ts";
import { isoTime } from "./iso-time.ts";
import { readNodeId } from "./node-id.ts";
import { hasPermission, isWithinReach } from "./route.ts";
import type { Repository, Token, World } from "./world.ts";

/** The one GraphQL endpoint, for queries only. */
export const GRAPHQL_ROUTES: readonly Route[] = [
  {
    method: "POST",
    path: "/graphql",
    handle({ world, actor, body }) {
      if (actor.kind !== "installation")
        throw new ApiError(401, "This endpoint requires you to be authenticated.");
      const variables = isObject(body.variables) ? body.variables : {};
      return {
        status: 200,
        body: runQuery(queryRoot(world, actor.token), requiredText(body, "query"), variables),
      };
    },
  },
];

function queryRoot(world: World, token: Token): GraphObject {
  const graph: Graph = { world, can: (permission) => hasPermission(token, [[permission, "read"]]) };
  const reached = [...world.repositories.values()].filter((repository) => isWithinReach(token, repository));
  return {
    type: "Query",
    as: [],
    fields: {
      repository: ({ owner, name }) => {
        const wanted = `${owner}/${name}`.toLowerCase();
        const repository = reached.find((other) => other.fullName.toLowerCase() === wanted);
        if (repository !== undefined) return repositoryObject(graph, repository);
        throw new GraphqlError(
          `Could not resolve to a Repository with the name '${owner}/${name}'.`,
          "NOT_FOUND",
        );
      },
      organization: guarded(graph, "members", ({ login }) => {
        const own = token.installation.account;
        if (own.type === "Organization" && own.login.toLowerCase() === `${login}`.toLowerCase())
          return organizationObject(graph, own);
        throw new GraphqlError(
          `Could not resolve to an Organization with the login of '${login}'.`,
          "NOT_FOUND",
        );
      }),
      node: ({ id = "" }) => {
        const found = findNode(graph, reached, `${id}`);
        if (found === null) throw unknownNode(id);
        return found;
      },
      nodes: ({ ids }, report) =>
        (Array.isArray(ids) ? ids : []).map((id: JsonValue) => {
          const found = findNode(graph, reached, `${id}`);
          if (found === null) report(unknownNode(id));
          return found;
        }),
      rateLimit: () => ({
        type: "RateLimit",
        as: [],
        fields: {
          limit: () => 5000,
          cost: () => 1,
          remaining: () => 4999,
          used: () => 1,
          resetAt: () => isoTime(world.now() + 3_600_000),
        },
      }),
    },
  };
}

/** Ids are those the API gives out: of a repository, or of something in one. */
function findNode(graph: Graph, reached: readonly Repository[], id: string): GraphObject | null {
  const { type, key = "" } = readNodeId(id) ?? {};
  const [owner = "", rest = ""] = key.split(/:(.*)/s);
  const repository = reached.find((other) => `${other.id}` === owner);
  switch (type) {
    case "Repository":
      return repository === undefined ? null : repositoryObject(graph, repository);
    case "PullRequest": {
      const pull = repository?.pulls.get(Number(rest));
      return pull === undefined || !graph.can("pull_requests") ? null : pullObject(graph, pull);
    }
    case "Blob":
    case "Tree":
    case "Commit":
      return repository === undefined || !graph.can("contents") ? null : gitObject(graph, repository, rest);
    case "IssueComment": {
      const all = reached.flatMap((other) => [...other.pulls.values()].flatMap((pull) => pull.comments));
      const comment = all.find((other) => `${other.id}` === key);
      return comment === undefined || !graph.can("pull_requests") ? null : commentObject(graph, comment);
    }
    case "CheckRun": {
      const holder = reached.find((other) => other.checkRuns.some((run) => `${run.id}` === key));
      const run = holder?.checkRuns.find((other) => `${other.id}` === key);
      return holder === undefined || run === undefined ? null : runObject(graph, holder, run);
    }
    default:
      return null;
  }
}

function unknownNode(id: JsonValue): GraphqlError {
  return new GraphqlError(`Could not resolve to a node with the global id of '${id}'`, "NOT_FOUND");
}
