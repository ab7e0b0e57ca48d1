import type { Graph, GraphObject } from "./graph.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import type { Signature } from "./object-store.ts";
import type { Account } from "./world.ts";

/** A user, organisation or bot; a bot's login lacks the `[bot]` it has in the REST API. */
export function actorObject({ world }: Graph, account: Account): GraphObject {
  return {
    type: account.type,
    as: ["Actor", "Node", ...(account.type === "Bot" ? [] : ["RepositoryOwner"])],
    fields: {
      id: () => nodeId(account.type, account.id),
      databaseId: () => account.id,
      login: () => account.login.replace(/\[bot\]$/, ""),
      url: () => `${world.url}/${account.login}`,
    },
  };
}

/** Who signed a commit; `user` is `null` where no account goes by that name. */
export function gitActorObject(graph: Graph, { name, email, seconds }: Signature): GraphObject {
  const account = graph.world.accounts.get(name.toLowerCase());
  return {
    type: "GitActor",
    as: [],
    fields: {
      name: () => name,
      email: () => email,
      date: () => isoTime(seconds * 1000),
      user: () => (account === undefined ? null : actorObject(graph, account)),
    },
  };
}
