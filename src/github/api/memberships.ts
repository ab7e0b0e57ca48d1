import { at, listAt, textAt } from "./answer.ts";
import type { Client } from "./client.ts";
import { noneWhereUnknown } from "./github-error.ts";
import type { Rider } from "./read-blobs.ts";

/** Who belongs to a team, or is a person, that a configuration names. */
export interface Memberships {
  /** The same question, to go along with another one before the first answer is wanted; `undefined` where there is none. */
  readonly rider: Rider | undefined;
  /** Whether a user is a person (`@login`) or an active member of a team (`@organisation/team`), as GitHub says now. */
  belongs(user: string, entry: string): Promise<boolean>;
}

/** More than this are asked about one by one. */
const MOST_AT_ONCE = 50;

/** Asks about users and the teams among `entries`, all in one request. What GitHub does not clearly confirm is no membership. */
export function createMemberships(
  client: Client,
  entries: readonly string[],
  users: readonly string[],
): Memberships {
  const known = new Map<string, boolean>();
  const teams = [...new Set(entries)].flatMap((entry) => teamOf(entry) ?? []);
  const rider = users.length > 0 && teams.length > 0 ? riderFor(teams, users, known) : undefined;
  let alone: Promise<void> | undefined;
  return {
    rider,
    async belongs(user, entry) {
      const key = keyOf(user, entry);
      if (teamOf(entry) === undefined) return entry.replace(/^@/, "").toLowerCase() === user.toLowerCase();
      if (rider !== undefined && !known.has(key)) {
        alone ??= client
          .graphql(`query Memberships { ${rider.fields} }`, {})
          .then(rider.take, noneWhereUnknown);
        await alone;
      }
      const answer = known.get(key) ?? (await isMember(client, user, entry));
      known.set(key, answer);
      return answer;
    },
  };
}

function riderFor(
  teams: readonly Team[],
  users: readonly string[],
  known: Map<string, boolean>,
): Rider | undefined {
  if (users.length * teams.length > MOST_AT_ONCE) return undefined;
  return {
    fields: teams.map((team, index) => teamField(team, index, users)).join("\n"),
    take(answer) {
      for (const [index, { entry }] of teams.entries()) {
        for (const [number, user] of users.entries()) {
          const path = [`t${index}`, "team", `u${number}`, "nodes"] as const;
          // A team that is null is one GitHub does not show; an answer that says nothing of it is no answer.
          const isShown = at(answer, path[0]) !== null && at(answer, path[0], path[1]) !== null;
          known.set(keyOf(user, entry), isShown && lists(listAt(answer, ...path), user));
        }
      }
    },
  };
}

interface Team {
  readonly entry: string;
  readonly org: string;
  readonly slug: string;
}

function teamOf(entry: string): Team | undefined {
  const [org = "", slug] = entry.replace(/^@/, "").split("/");
  return slug === undefined ? undefined : { entry, org, slug };
}

/** The search finds more than the very name, which is therefore looked for in what it finds. */
function teamField({ org, slug }: Team, index: number, users: readonly string[]): string {
  const members = users.map(
    (user, number) => `u${number}: members(first: 100, query: ${JSON.stringify(user)}) { nodes { login } }`,
  );
  return `t${index}: organization(login: ${JSON.stringify(org)}) { team(slug: ${JSON.stringify(slug)}) { ${members.join(" ")} } }`;
}

function lists(nodes: readonly unknown[], user: string): boolean {
  return nodes.some((node) => String(at(node, "login")).toLowerCase() === user.toLowerCase());
}

async function isMember(client: Client, user: string, entry: string): Promise<boolean> {
  const team = teamOf(entry);
  if (team === undefined) return false;
  const route = "GET /orgs/{org}/teams/{team_slug}/memberships/{username}";
  const answer = await client
    .rest(route, { org: team.org, team_slug: team.slug, username: user })
    .catch(noneWhereUnknown);
  return answer !== undefined && textAt(answer, "state") === "active";
}

function keyOf(user: string, entry: string): string {
  return `${user} ${entry}`.toLowerCase();
}
