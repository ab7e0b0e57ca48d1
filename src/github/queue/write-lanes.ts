import { setTimeout as wait } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { Client } from "../api/client.ts";
import { REDIS_PLACE } from "./redis-place.ts";

/**
 * Waits until an installation may be written to again. GitHub asks its clients to write no more than once a second;
 * Octokit keeps that in one process, and this among all of them. Without Redis nobody waits: GitHub then says
 * itself when it is asked too often.
 */
export async function waitForTurnToWrite(
  redis: Redis,
  installation: number,
  space = SPACE_MILLISECONDS,
): Promise<void> {
  const key = `${REDIS_PLACE}:writes:${installation}`;
  const milliseconds = await redis.eval(SCRIPT, 1, key, space).catch(() => 0);
  await wait(Number(milliseconds));
}

/** A client that waits for its turn before it writes. */
export function inLane(client: Client, turn: () => Promise<void>): Client {
  return {
    async rest(route, parameters) {
      if (!route.startsWith("GET ")) await turn();
      return await client.rest(route, parameters);
    },
    graphql: client.graphql,
  };
}

const SPACE_MILLISECONDS = 1_000;

/** By the clock of Redis, which is one for all. */
const SCRIPT = `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local turn = math.max(now, tonumber(redis.call("GET", KEYS[1]) or "0"))
redis.call("SET", KEYS[1], turn + ARGV[1], "PX", turn - now + ARGV[1])
return turn - now
`;
