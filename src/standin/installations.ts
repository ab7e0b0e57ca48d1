import type { Account, Installation, World } from "./world.ts";

/** The live installation on an account, `undefined` where the app is not installed. */
export function installationOf(world: World, account: Account): Installation | undefined {
  return [...world.installations.values()].find((i) => i.account === account && !i.deleted);
}

/** Installs the app on an account; the same installation when it already is. */
export function install(world: World, account: Account): Installation {
  const known = installationOf(world, account);
  if (known !== undefined) return known;
  const installation: Installation = {
    id: world.nextId(),
    account,
    createdAt: world.now(),
    suspendedAt: undefined,
    deleted: false,
  };
  world.installations.set(installation.id, installation);
  return installation;
}
