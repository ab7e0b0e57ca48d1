import type { Redis } from "ioredis";

/** Deletes a key that still holds what its owner put there, or found. */
export async function deleteIfSame(redis: Redis, key: string, value: string): Promise<void> {
  await redis.eval(SCRIPT, 1, key, value);
}

const SCRIPT = 'if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end return 0';
