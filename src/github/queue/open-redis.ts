import { Redis } from "ioredis";
import { type Log, sayError } from "../settings/log.ts";

/** Two connections to one Redis. */
export interface RedisLinks {
  /** Waits for Redis to come back: BullMQ builds on that. */
  readonly patient: Redis;
  /** Fails within seconds where Redis does not answer, so that nobody waits for it in vain. */
  readonly prompt: Redis;
  isReady(): boolean;
  close(): Promise<void>;
}

const PROMPT_MILLISECONDS = 2_000;

/**
 * Connects to Redis, and goes on trying where it cannot be reached. Waits for the first answer, so that an app with a
 * Redis is ready when it says so. The log tells when the link is lost and when it is back, once each time.
 */
export async function openRedis(url: string, log: Log): Promise<RedisLinks> {
  const shared = {
    retryStrategy: (times: number) => Math.min(times * 100, 2_000),
    connectTimeout: PROMPT_MILLISECONDS,
  };
  const patient = new Redis(url, { ...shared, maxRetriesPerRequest: null });
  const prompt = new Redis(url, {
    ...shared,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    commandTimeout: PROMPT_MILLISECONDS,
  });
  // What it would say, the other connection says as well.
  patient.on("error", () => {});
  const silence = tellChanges(prompt, log);
  await new Promise<void>((resolve) => {
    prompt.once("ready", () => resolve());
    prompt.once("close", () => resolve());
  });
  return {
    patient,
    prompt,
    isReady: () => prompt.status === "ready" && patient.status === "ready",
    async close() {
      silence();
      patient.disconnect();
      prompt.disconnect();
    },
  };
}

/** Logs when a connection is lost and when it is back, until the function it gives is called. */
function tellChanges(redis: Redis, log: Log): () => void {
  let isLost = false;
  let last: unknown;
  const lost = () => {
    if (isLost) return;
    isLost = true;
    const help =
      "check `REDIS_URL` and that Redis runs; until then events are refused and nothing is reviewed";
    log.error("Redis cannot be reached", { ...(last === undefined ? {} : { error: sayReply(last) }), help });
  };
  redis.on("error", (error) => {
    last = error;
  });
  redis.on("close", lost);
  redis.on("ready", () => {
    if (isLost) log.info("Redis is back");
    [isLost, last] = [false, undefined];
  });
  return () => void redis.off("close", lost);
}

/** An answer of Redis by its first word, such as `NOAUTH`, which is all of it that is fit for a log. */
function sayReply(error: unknown): string {
  const [, word] = (error instanceof Error && /^([A-Z]{3,20})\b/.exec(error.message)) || [];
  return error instanceof Error && error.name === "ReplyError" && word ? word : sayError(error);
}
