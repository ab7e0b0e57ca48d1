import { accountOf } from "./accounts.ts";
import type { Graph, GraphObject } from "./graph.ts";
import { actorObject } from "./graph-actor.ts";
import { connection } from "./graph-connection.ts";
import type { Account } from "./world.ts";

/** An organisation with its teams, and who is in them. */
export function organizationObject(graph: Graph, { login }: Account): GraphObject {
  return {
    type: "Organization",
    as: ["Actor", "Node"],
    fields: {
      login: () => login,
      team: ({ slug }) => {
        const members = graph.world.teams.get(`${login}/${slug}`.toLowerCase());
        return members === undefined ? null : teamObject(graph, `${slug}`, [...members].sort());
      },
    },
  };
}

/** Members are searched as people are: by any part of the name. */
function teamObject(graph: Graph, slug: string, members: readonly string[]): GraphObject {
  return {
    type: "Team",
    as: ["Node"],
    fields: {
      slug: () => slug,
      members: (args) => {
        const query = typeof args.query === "string" ? args.query.toLowerCase() : "";
        const found = members.filter((login) => login.includes(query));
        return connection("TeamMember", found, args, (login) =>
          actorObject(graph, accountOf(graph.world, login)),
        );
      },
    },
  };
}
