import { accountOf } from "./accounts.ts";
import { emit } from "./emit.ts";
import { installationOf } from "./installations.ts";
import { presentAccount } from "./present-account.ts";
import { presentOrganization } from "./present-organization.ts";
import type { Repository, World } from "./world.ts";

/** Adds a user to an organisation's team, or takes them out, and says so. Both are created when new. */
export function setTeamMember(world: World, org: string, team: string, user: string, member: boolean): void {
  const key = `${org}/${team}`.toLowerCase();
  const members = world.teams.get(key) ?? new Set<string>();
  world.teams.set(key, members);
  if (member) members.add(user.toLowerCase());
  else members.delete(user.toLowerCase());
  const owner = world.accounts.get(org.toLowerCase());
  const installation = owner && installationOf(world, owner);
  if (owner?.type !== "Organization" || installation === undefined) return;
  emit(world, installation, "membership", {
    action: member ? "added" : "removed",
    scope: "team",
    member: presentAccount(world, accountOf(world, user)),
    team: { name: team, slug: team.toLowerCase() },
    organization: presentOrganization(world, owner),
    sender: presentAccount(world, owner),
    installation: { id: installation.id, node_id: `MDIz${installation.id}` },
  });
}

/** A user's permission on a repository: `admin`, `write`, `read` or `none`, as the API answers it. */
export function permissionOf(repository: Repository, login: string): { permission: string; role: string } {
  const own = login.toLowerCase() === repository.owner.login.toLowerCase();
  const role = own
    ? "admin"
    : (repository.collaborators.get(login.toLowerCase()) ?? (repository.isPrivate ? "none" : "read"));
  const permission = role === "maintain" ? "write" : role === "triage" ? "read" : role;
  return { permission, role };
}
