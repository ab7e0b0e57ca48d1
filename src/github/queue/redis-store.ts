import { randomUUID } from "node:crypto";
import type { Log } from "../settings/log.ts";
import { deleteIfSame } from "./delete-if-same.ts";
import { openRedis } from "./open-redis.ts";
import type { QueueStore } from "./queue-store.ts";
import { redisFailure } from "./redis-failure.ts";
import { REDIS_PLACE } from "./redis-place.ts";
import { createRedisQueue } from "./redis-queue.ts";
import { waitForTurnToWrite } from "./write-lanes.ts";

/** Twice the time between two signs of life of a worker, and short enough to be found within a minute. */
const LEASE_MILLISECONDS = 20_000;

/** Queues in Redis, shared by every process of the app. */
export async function createRedisStore(
  url: string,
  log: Log,
  { leaseMilliseconds = LEASE_MILLISECONDS }: { readonly leaseMilliseconds?: number | undefined } = {},
): Promise<QueueStore> {
  const links = await openRedis(url, log);
  // That Redis is away is said once, and not again by everything that asks it in vain.
  const onTrouble = saySeldom((said) => {
    if (links.isReady()) log.warn("trouble in the queue", { error: said });
  });
  return {
    open: (name, options) => createRedisQueue({ ...options, name, links, leaseMilliseconds, onTrouble }),
    async lead(what, milliseconds) {
      const [key, own] = [`${REDIS_PLACE}:lead:${what}`, randomUUID()];
      const taken = await links.prompt.set(key, own, "PX", milliseconds, "NX").catch((cause: unknown) => {
        throw redisFailure(cause);
      });
      if (taken === null) return undefined;
      return { release: () => deleteIfSame(links.prompt, key, own) };
    },
    turnToWrite: (installation) => waitForTurnToWrite(links.prompt, installation),
    isReady: links.isReady,
    close: links.close,
  };
}

const SELDOM_MILLISECONDS = 10_000;

/** Says what was not said within the last seconds: a Redis that refuses everything is asked over and over. */
function saySeldom(say: (said: string) => void): (said: string) => void {
  const last = new Map<string, number>();
  return (said) => {
    const now = Date.now();
    if (now - (last.get(said) ?? 0) < SELDOM_MILLISECONDS) return;
    last.set(said, now);
    say(said);
  };
}
