import type { Repository, World } from "./world.ts";

/** Adds a user to an organisation's team, or takes them out. Both are created when new. */
export function setTeamMember(world: World, org: string, team: string, user: string, member: boolean): void {
  const key = `${org}/${team}`.toLowerCase();
  const members = world.teams.get(key) ?? new Set<string>();
  world.teams.set(key, members);
  if (member) members.add(user.toLowerCase());
  else members.delete(user.toLowerCase());
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
