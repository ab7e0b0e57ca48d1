import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { deleteIfSame } from "../queue/delete-if-same.ts";

/**
 * Who asked for a task to be done anew. A queue keeps the first data of a waiting task, so that the wish has a
 * record of its own. Losing one costs a fresh look, never a wrong one.
 */
export interface ForcedMarks {
  set(key: string): Promise<void>;
  /** The mark that stands now, to be handed to `clear` when the task is done. */
  read(key: string): Promise<string | undefined>;
  /** Takes a mark away, but not one that was set since it was read. */
  clear(key: string, mark: string): Promise<void>;
}

/** Long after every attempt of a task has come and gone. */
const LIFE_SECONDS = 24 * 60 * 60;

/** Marks on the tasks of one queue in Redis. */
export function createForcedMarks(redis: Redis, queue: string): ForcedMarks {
  const at = (key: string) => `${queue}:forced:${key}`;
  return {
    async set(key) {
      await redis.set(at(key), randomUUID(), "EX", LIFE_SECONDS);
    },
    read: async (key) => (await redis.get(at(key))) ?? undefined,
    clear: (key, mark) => deleteIfSame(redis, at(key), mark),
  };
}
