import { Queue as Jobs } from "bullmq";
import { sayError } from "../settings/log.ts";
import { createForcedMarks } from "../sweep/forced-marks.ts";
import { bringForward } from "./bring-forward.ts";
import { endsWithin } from "./ends-within.ts";
import type { RedisLinks } from "./open-redis.ts";
import type { AddOptions, Queue, QueueDepth, QueueOptions } from "./queue.ts";
import { ATTEMPTS } from "./queue-pace.ts";
import { redisFailure } from "./redis-failure.ts";
import { REDIS_PLACE } from "./redis-place.ts";
import { startRedisWorker } from "./redis-worker.ts";
import { takeTurn } from "./turns-in-redis.ts";

/** Where a queue in Redis is and who works on it. */
export interface RedisQueueOptions<T> extends QueueOptions<T> {
  readonly name: string;
  readonly links: RedisLinks;
  readonly works: boolean;
  /** A task whose worker has not been heard of for so long is given to another one. */
  readonly leaseMilliseconds: number;
  /** Of the store itself, not of a task. */
  readonly onTrouble: (said: string) => void;
}

/** Longer than a command to a Redis that answers, and shorter than GitHub waits for a webhook. */
const ADD_MILLISECONDS = 4_000;

const IDLE_POLL_MILLISECONDS = 20;

/** What is done leaves nothing behind, and what was given up no more than somebody would look at. */
const KEPT = {
  removeOnComplete: true,
  removeOnFail: { count: 100, age: 24 * 60 * 60 },
  stackTraceLimit: 0,
} as const;

/**
 * A queue in Redis, shared by every process that opens it under one name. It holds no state of GitHub: a job's
 * data is what names its task, so losing all of it costs no more than the time to the next sweep.
 */
export function createRedisQueue<T>(options: RedisQueueOptions<T>): Queue<T> {
  const { name, links, attempts = ATTEMPTS, keyOf, groupOf } = options;
  const place = `${REDIS_PLACE}:${name}`;
  const marks = createForcedMarks(links.prompt, place);
  const turnOf = (task: T, later: boolean) => takeTurn(links.prompt, place, { group: groupOf(task), later });
  const jobs = new Jobs<unknown, void, string>(name, {
    connection: links.patient,
    prefix: REDIS_PLACE,
    // Nobody reads them.
    streams: { events: { maxLen: 100 } },
  });
  const worker = options.works ? startRedisWorker({ ...options, attempts, marks, turnOf }) : undefined;
  const tell = (error: Error) => options.onTrouble(sayTrouble(error));
  jobs.on("error", tell);
  worker?.on("error", tell);

  async function add(task: T, { forced = false, later = false }: AddOptions): Promise<void> {
    const key = keyOf(task);
    if (forced) await marks.set(key);
    const priority = await turnOf(task, later);
    const job = await jobs.add(later ? "later" : "soon", task, {
      deduplication: { id: key, keepLastIfActive: true },
      priority,
      attempts,
      backoff: { type: "custom" },
      ...KEPT,
    });
    await bringForward(job, place, links);
    // The one that waits already keeps its place in line, but does not stay behind for having been asked for later.
    const waiting = later || job.id === undefined ? undefined : await jobs.getJob(job.id);
    if (waiting?.name !== "later" || waiting.priority <= priority) return;
    // Where it has begun or is done meanwhile, there is nothing to hasten.
    await waiting.changePriority({ priority }).catch(() => {});
  }

  async function count(): Promise<QueueDepth> {
    const counts = await jobs.getJobCounts("wait", "prioritized", "active", "delayed");
    const { wait = 0, prioritized = 0, active = 0, delayed = 0 } = counts;
    return { waiting: wait + prioritized, running: active, delayed };
  }

  async function isEmpty(): Promise<boolean> {
    const { waiting, running, delayed } = await count();
    return waiting + running + delayed === 0;
  }

  /** BullMQ holds the name of a task for as long as it is to be done. */
  async function areDone(tasks: readonly T[]): Promise<boolean> {
    for (const task of tasks) if (await jobs.getDeduplicationJobId(keyOf(task))) return false;
    return true;
  }

  return {
    async add(task, how = {}) {
      const added = await endsWithin(
        add(task, how).catch((cause: unknown) => {
          throw redisFailure(cause);
        }),
        ADD_MILLISECONDS,
      );
      if (!added) throw redisFailure();
    },
    isReady: links.isReady,
    async depth() {
      if (!links.isReady()) throw redisFailure();
      return await count();
    },
    async idle(tasks) {
      const isDone = tasks === undefined ? isEmpty : () => areDone(tasks);
      while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, IDLE_POLL_MILLISECONDS));
    },
    async close(within) {
      if (worker) await endsWithin(worker.close(), within);
      await endsWithin(jobs.close(), ADD_MILLISECONDS);
    },
  };
}

/** What BullMQ says of tasks that are no longer where it left them has numbers for codes, but for one message. */
function sayTrouble(error: Error): string {
  const isLost =
    ("code" in error && typeof error.code === "number") || /^could not renew lock/.test(error.message);
  return isLost ? "this process lost a task: Redis forgot it, or it went to another one" : sayError(error);
}
