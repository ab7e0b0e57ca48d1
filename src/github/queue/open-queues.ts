import { placeOf } from "../api/place-of.ts";
import { type Lookup, lookupKey } from "../events/lookup.ts";
import { jobKey, type ReviewJob } from "../review/review-job.ts";
import type { Metrics } from "../server/metrics.ts";
import type { Log } from "../settings/log.ts";
import { sayError } from "../settings/log.ts";
import { withHolds } from "./holds.ts";
import type { Queue, QueueOptions, RunTask } from "./queue.ts";
import type { QueueStore } from "./queue-store.ts";

/** What the app has to do. */
export interface Queues {
  readonly reviews: Queue<ReviewJob>;
  readonly lookups: Queue<Lookup>;
  /** Resolves once nothing waits, runs or is to be tried again. */
  idle(): Promise<void>;
  /** Starts nothing more, and resolves once what runs has ended, or after so many milliseconds. */
  close(within: number): Promise<void>;
}

/** Opens the app's two queues, in which installations take turns. */
export function openQueues(
  store: QueueStore,
  { log, metrics }: { readonly log: Log; readonly metrics: Pick<Metrics, "failed"> },
  {
    works,
    delay,
    review,
    lookUp,
  }: {
    readonly works: boolean;
    readonly delay: ((attempt: number) => number) | undefined;
    readonly review: RunTask<ReviewJob>;
    readonly lookUp: RunTask<Lookup>;
  },
): Queues {
  const shared = {
    works,
    groupOf: ({ installation }: ReviewJob | Lookup) => `${installation}`,
    ...(delay && { delay }),
  };
  const reviews = store.open<ReviewJob>("reviews", {
    ...shared,
    keyOf: jobKey,
    run: withHolds(review, delay),
    onError: noteErrors("reviews", { log, metrics }),
  });
  const lookups = store.open<Lookup>("lookups", {
    ...shared,
    keyOf: lookupKey,
    run: withHolds(lookUp, delay),
    onError: noteErrors("lookups", { log, metrics }),
  });
  return {
    reviews,
    lookups,
    async idle() {
      await lookups.idle();
      await reviews.idle();
    },
    async close(within) {
      await Promise.all([lookups.close(within), reviews.close(within)]);
    },
  };
}

function noteErrors(
  queue: string,
  { log, metrics }: { readonly log: Log; readonly metrics: Pick<Metrics, "failed"> },
): QueueOptions<ReviewJob | Lookup>["onError"] {
  return (error, task, { attempt, delay }) => {
    metrics.failed(queue, delay === undefined ? "given-up" : "again");
    const fields = { ...placeOf(task), attempt, delay, error: sayError(error) };
    if (delay === undefined) log.error("given up until the next sweep", fields);
    else log.warn("to be tried again", fields);
  };
}
