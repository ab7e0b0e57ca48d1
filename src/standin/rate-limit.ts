import { type Actor, ApiError } from "./api.ts";
import type { World } from "./world.ts";

const HOUR = 3_600_000;

/** Counts a request of an installation. Throws 403 when the hour's share is used up. */
export function countRequest(world: World, actor: Actor): void {
  const usage = usageOf(world, actor);
  usage.used += 1;
  if (usage.used > world.limits.requestsPerHour) {
    throw new ApiError(403, "API rate limit exceeded for installation.");
  }
}

/** The `x-ratelimit-` headers of an answer. */
export function rateHeaders(world: World, actor: Actor): Record<string, string> {
  const { since, used } = usageOf(world, actor);
  const limit = world.limits.requestsPerHour;
  return {
    "x-ratelimit-limit": `${limit}`,
    "x-ratelimit-remaining": `${Math.max(limit - used, 0)}`,
    "x-ratelimit-reset": `${Math.ceil((since + HOUR) / 1000)}`,
    "x-ratelimit-used": `${used}`,
    "x-ratelimit-resource": "core",
  };
}

/** The app itself counts under 0. */
function usageOf(world: World, actor: Actor): { since: number; used: number } {
  const key = actor.kind === "installation" ? actor.token.installation.id : 0;
  const known = world.usage.get(key);
  if (known !== undefined && world.now() - known.since < HOUR) return known;
  const fresh = { since: world.now(), used: 0 };
  world.usage.set(key, fresh);
  return fresh;
}
