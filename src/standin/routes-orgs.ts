import type { JsonObject } from "../model/document.ts";
import { accountOf } from "./accounts.ts";
import { type ApiRequest, notFound, type Route } from "./api.ts";
import { nodeId } from "./node-id.ts";
import { paginate } from "./paginate.ts";
import { presentAccount } from "./present-account.ts";
import { installationRoute } from "./route.ts";
import type { Token, World } from "./world.ts";

const READ = [["members", "read"]] as const;

/** Teams of an organisation, who is in them, and users. */
export const ORG_ROUTES: readonly Route[] = [
  installationRoute("GET", "/orgs/{org}/teams", READ, (request, token) => {
    const prefix = `${orgOf(request, token)}/`;
    const teams = [...request.world.teams.keys()].filter((key) => key.startsWith(prefix)).sort();
    return paginate(request, teams, (key) => presentTeam(request.world, key));
  }),
  installationRoute("GET", "/orgs/{org}/teams/{team_slug}", READ, (request, token) => ({
    status: 200,
    body: presentTeam(request.world, teamOf(request, token).key),
  })),
  installationRoute("GET", "/orgs/{org}/teams/{team_slug}/members", READ, (request, token) =>
    paginate(request, [...teamOf(request, token).members].sort(), (login) =>
      presentAccount(request.world, accountOf(request.world, login)),
    ),
  ),
  installationRoute("GET", "/orgs/{org}/teams/{team_slug}/memberships/{username}", READ, (request, token) => {
    const { members, key } = teamOf(request, token);
    const login = (request.params.username ?? "").toLowerCase();
    if (!members.has(login)) throw notFound();
    const url = `${request.world.url}/orgs/${key.replace("/", "/teams/")}/memberships/${login}`;
    return { status: 200, body: { state: "active", role: "member", url } };
  }),
  installationRoute("GET", "/orgs/{org}/members/{username}", READ, (request, token) => {
    const prefix = `${orgOf(request, token)}/`;
    const login = (request.params.username ?? "").toLowerCase();
    const found = [...request.world.teams].some(
      ([key, members]) => key.startsWith(prefix) && members.has(login),
    );
    if (!found) throw notFound();
    return { status: 204 };
  }),
  installationRoute("GET", "/users/{username}", [], ({ world, params }) => {
    const account = world.accounts.get((params.username ?? "").toLowerCase());
    if (account === undefined) throw notFound();
    return { status: 200, body: { ...presentAccount(world, account), name: account.login } };
  }),
];

/** The organisation in the path; not found unless it is the token's own. */
function orgOf({ params }: ApiRequest, token: Token): string {
  const org = (params.org ?? "").toLowerCase();
  const { account } = token.installation;
  if (account.type !== "Organization" || account.login.toLowerCase() !== org) throw notFound();
  return org;
}

function teamOf(request: ApiRequest, token: Token): { key: string; members: ReadonlySet<string> } {
  const key = `${orgOf(request, token)}/${(request.params.team_slug ?? "").toLowerCase()}`;
  const members = request.world.teams.get(key);
  if (members === undefined) throw notFound();
  return { key, members };
}

function presentTeam(world: World, key: string): JsonObject {
  const [org = "", slug = ""] = key.split("/");
  const url = `${world.url}/orgs/${org}/teams/${slug}`;
  const id = [...world.teams.keys()].indexOf(key) + 1;
  return {
    id,
    node_id: nodeId("Team", id),
    url,
    html_url: `${world.url}/orgs/${org}/teams/${slug}`,
    name: slug,
    slug,
    description: null,
    privacy: "closed",
    notification_setting: "notifications_enabled",
    permission: "pull",
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
  };
}
