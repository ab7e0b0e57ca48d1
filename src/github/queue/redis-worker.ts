import { type Job, Worker } from "bullmq";
import type { ForcedMarks } from "../sweep/forced-marks.ts";
import { CONCURRENCY, delayAfter } from "./queue-pace.ts";
import { REDIS_PLACE } from "./redis-place.ts";
import type { RedisQueueOptions } from "./redis-queue.ts";

type Parts<T> = RedisQueueOptions<T> & {
  readonly attempts: number;
  readonly marks: ForcedMarks;
  /** The place in line of a task that begins to wait. */
  readonly turnOf: (task: T, later: boolean) => Promise<number>;
};

/** A crash is no failed attempt, and a task that brings its process down is for the review to refuse. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** Begins to work on the tasks of a queue in Redis, beside all others that do. */
export function startRedisWorker<T>(parts: Parts<T>): Worker<unknown> {
  const { name, links, leaseMilliseconds, delay, concurrency = CONCURRENCY } = parts;
  return new Worker<unknown>(name, (job) => runJob(job, parts), {
    connection: links.patient,
    prefix: REDIS_PLACE,
    concurrency,
    lockDuration: leaseMilliseconds,
    stalledInterval: leaseMilliseconds / 2,
    maxStalledCount: NO_LIMIT,
    runRetryDelay: 1_000,
    settings: { backoffStrategy: (attempt, _type, error) => delayAfter(error, attempt, delay) },
  });
}

async function runJob<T>(job: Job<unknown>, parts: Parts<T>): Promise<void> {
  const { attempts, marks, leaseMilliseconds } = parts;
  // Only the queue's `add` puts data there.
  const task = job.data as T;
  const key = parts.keyOf(task);
  const attempt = job.attemptsMade + 1;
  const last = attempt >= attempts;
  const mark = await marks.read(key);
  // Redis may have forgotten the lease, or this process may have slept longer than it: then another one has it.
  const isHeld = async () => (await job.extendLock(job.token ?? "", leaseMilliseconds)) === 1;
  try {
    await parts.run(task, { forced: mark !== undefined, last, crashes: job.stalledCounter, isHeld });
  } catch (error) {
    parts.onError(error, task, { attempt, ...(!last && { delay: delayAfter(error, attempt, parts.delay) }) });
    if (!last) await job.changePriority({ priority: await parts.turnOf(task, job.name === "later") });
    else if (mark) await marks.clear(key, mark);
    throw error;
  }
  // Where another process has the task, the wish is that one's to fulfil.
  if (mark && (await isHeld())) await marks.clear(key, mark);
}
