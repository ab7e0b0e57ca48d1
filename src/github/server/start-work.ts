import { type Connection, connect } from "../api/connect.ts";
import { watchAuditLog } from "../audit/watch-audit-log.ts";
import { runLookup } from "../events/run-lookup.ts";
import { openQueues, type Queues } from "../queue/open-queues.ts";
import { reviewPullRequest } from "../review/review-pull-request.ts";
import type { ServeConfiguration } from "../settings/configuration-from-environment.ts";
import type { Credentials } from "../settings/read-credentials.ts";
import type { Parts } from "./open-parts.ts";
import { createReadiness, type ReadinessNotes } from "./readiness.ts";
import type { ServeOptions } from "./serving.ts";

/** The app without a way for events to reach it: GitHub, and queues of what to do there. */
export interface Work extends Connection {
  readonly queues: Queues;
  readonly readiness: ReadinessNotes;
}

/** Connects to GitHub and opens the queues. `works` is false in a process that only adds to them. */
export async function startWork(
  configuration: Pick<ServeConfiguration, "apiUrl" | "asOf"> & { readonly credentials: Credentials },
  { reviewer, store, log, metrics, audit, now }: Parts,
  {
    works,
    sweepMilliseconds,
    pace,
    fetch,
    retryDelay,
  }: Omit<ServeOptions, "sweepMilliseconds"> & {
    readonly works: boolean;
    /** `undefined` where this process does not sweep. */
    readonly sweepMilliseconds: number | undefined;
  },
): Promise<Work> {
  const readiness = createReadiness({ isQueueReady: store.isReady, sweepMilliseconds, now });
  const connection = await connect(configuration, {
    reviewer,
    log,
    metrics,
    audit: watchAuditLog(audit, (kind) => {
      metrics.audited(kind);
      readiness.audited(kind);
    }),
    now,
    pace,
    fetch,
    seen(request) {
      metrics.asked(request);
      readiness.asked(request);
    },
    turnToWrite: store.turnToWrite,
    enqueue: (job, options) => queues.reviews.add(job, options),
  });
  const { context } = connection;
  const queues: Queues = openQueues(
    store,
    { log, metrics },
    {
      works,
      delay: retryDelay,
      review: async (job, attempt) => reviewPullRequest(await context(), job, attempt),
      lookUp: async (lookup) => runLookup(await context(), lookup),
    },
  );
  metrics.watchQueue("reviews", queues.reviews.depth);
  metrics.watchQueue("lookups", queues.lookups.depth);
  return { ...connection, queues, readiness };
}
