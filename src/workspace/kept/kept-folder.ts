import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/**
 * The folder results are kept in between runs: `BYLAW_CACHE`, else `bylaw` in the user's cache folder.
 * `undefined` where `BYLAW_CACHE` is set and empty, or the user has no folder.
 */
export function keptFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { BYLAW_CACHE: own, XDG_CACHE_HOME: caches } = env;
  if (own !== undefined) return own === "" ? undefined : own;
  // A relative path there counts for nothing: XDG Base Directory Specification.
  if (caches !== undefined && isAbsolute(caches)) return join(caches, "bylaw");
  const home = homedir();
  return isAbsolute(home) ? join(home, ".cache", "bylaw") : undefined;
}
