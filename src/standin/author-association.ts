import type { Account, Repository, World } from "./world.ts";

/** How a user stands to a repository, in GitHub's words. */
export function authorAssociation(world: World, repository: Repository, user: Account): string {
  const login = user.login.toLowerCase();
  if (user === repository.owner) return "OWNER";
  const organization = `${repository.owner.login.toLowerCase()}/`;
  for (const [team, members] of world.teams) {
    if (team.startsWith(organization) && members.has(login)) return "MEMBER";
  }
  return repository.collaborators.has(login) ? "COLLABORATOR" : "NONE";
}
