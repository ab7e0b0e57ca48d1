import type { JsonObject } from "../model/document.ts";
import { nodeId } from "./node-id.ts";
import type { Account, World } from "./world.ts";

/** An organisation as webhooks of its repositories carry it. */
export function presentOrganization(world: World, { login, id }: Account): JsonObject {
  const url = `${world.url}/orgs/${login}`;
  return {
    login,
    id,
    node_id: nodeId("Organization", id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${world.url}/${login}.png`,
    description: null,
  };
}
