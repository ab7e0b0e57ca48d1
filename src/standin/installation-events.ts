import { accountOf } from "./accounts.ts";
import { emit } from "./emit.ts";
import { install, installationOf } from "./installations.ts";
import { presentAccount } from "./present-account.ts";
import { presentInstallation } from "./present-installation.ts";
import { presentShortRepository } from "./present-repository.ts";
import { findRepository } from "./repositories.ts";
import type { Installation, Repository, World } from "./world.ts";

export type InstallationAction = "created" | "deleted" | "suspend" | "unsuspend";

/** Installs, removes, suspends or wakes the app on an owner, and says so. Gives the installation's id. */
export function changeInstallation(world: World, owner: string, action: InstallationAction): number {
  const account = accountOf(world, owner);
  const installation = action === "created" ? install(world, account) : installationOf(world, account);
  if (installation === undefined) throw new Error(`the app is not installed on \`${owner}\``);
  if (action === "deleted") installation.deleted = true;
  if (action === "suspend") installation.suspendedAt = world.now();
  if (action === "unsuspend") installation.suspendedAt = undefined;
  emit(world, installation, "installation", {
    action,
    installation: presentInstallation(world, installation),
    repositories: repositoriesOf(world, installation).map(presentShortRepository),
    sender: presentAccount(world, account),
  });
  return installation.id;
}

/** Puts a repository under the app's installation, or takes it out, and says so. */
export function changeInstalledRepository(world: World, fullName: string, installed: boolean): void {
  const repository = findRepository(world, fullName);
  const installation = install(world, repository.owner);
  repository.installed = installed;
  const shown = [presentShortRepository(repository)];
  emit(world, installation, "installation_repositories", {
    action: installed ? "added" : "removed",
    installation: presentInstallation(world, installation),
    repository_selection: "selected",
    repositories_added: installed ? shown : [],
    repositories_removed: installed ? [] : shown,
    requester: null,
    sender: presentAccount(world, repository.owner),
  });
}

/** Repositories an installation can reach, in the order they were created. */
export function repositoriesOf(world: World, installation: Installation): Repository[] {
  return [...world.repositories.values()].filter((r) => r.installed && r.owner === installation.account);
}
