import type { Account, World } from "./world.ts";

/** The account of a login, created when it is new: a bot where it ends as those do, else a user. Logins ignore case. */
export function accountOf(
  world: World,
  login: string,
  type: Account["type"] = login.endsWith("[bot]") ? "Bot" : "User",
): Account {
  const key = login.toLowerCase();
  const known = world.accounts.get(key);
  if (known !== undefined) return known;
  const account = { id: world.nextId(), login, type };
  world.accounts.set(key, account);
  return account;
}

/** The app's own bot, which writes its comments and reviews. */
export function appBot(world: World): Account {
  return accountOf(world, `${world.app.slug}[bot]`, "Bot");
}
