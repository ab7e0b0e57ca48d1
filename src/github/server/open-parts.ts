import { fileURLToPath } from "node:url";
import { type AuditLog, NO_AUDIT_LOG } from "../audit/audit-log.ts";
import { openAuditLog } from "../audit/open-audit-log.ts";
import { createInProcessStore } from "../queue/in-process-store.ts";
import type { QueueStore } from "../queue/queue-store.ts";
import { createReviewer } from "../review/create-reviewer.ts";
import { createKeptResults } from "../review/kept-results.ts";
import type { Reviewer } from "../review/reviewer.ts";
import type { ServeConfiguration } from "../settings/configuration-from-environment.ts";
import type { Log } from "../settings/log.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import type { ServeOptions } from "./serving.ts";

/** What a process of the app is put together from. */
export interface Parts {
  readonly reviewer: Reviewer;
  readonly store: QueueStore;
  readonly metrics: Metrics;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly now: () => Date;
}

/**
 * Opens what the configuration asks for. `auditAs` tells the audit log of a process that works beside the app from the
 * app's own; `undefined` where it decides nothing and so records nothing.
 */
export async function openParts(
  configuration: Pick<ServeConfiguration, "auditLog" | "redisUrl"> & Partial<Kept>,
  log: Log,
  { auditAs, ...options }: ServeOptions & { readonly auditAs: "serve" | "reconcile" | undefined },
): Promise<Parts> {
  const now = options.now ?? (() => new Date());
  const metrics = createMetrics(now);
  const kept = createKeptResults(diskOf(configuration, log));
  const child = { ...CHILD, kept, ...options.child, onDeath: metrics.evaluatorDied };
  const reviewer = options.reviewer ?? createReviewer(child);
  const { auditLog, redisUrl } = configuration;
  const audit =
    auditLog === undefined || auditAs === undefined
      ? NO_AUDIT_LOG
      : await openAuditLog(auditLog, { engine: reviewer.engine, now, as: auditAs });
  const store = redisUrl === undefined ? createInProcessStore() : await openRedis(redisUrl, log, options);
  return { reviewer, store, metrics, audit, log, now };
}

type Kept = Pick<ServeConfiguration, "cacheFolder" | "credentials">;

/** Nothing is kept on a disk without the secret that seals it. */
function diskOf({ cacheFolder: folder, credentials }: Partial<Kept>, log: Log) {
  if (folder === undefined || credentials === undefined) return undefined;
  return { folder, secret: credentials.privateKey, log };
}

async function openRedis(url: string, log: Log, { leaseMilliseconds }: ServeOptions): Promise<QueueStore> {
  // BullMQ is loaded by those alone who use it.
  const { createRedisStore } = await import("../queue/redis-store.ts");
  return await createRedisStore(url, log, { leaseMilliseconds });
}

const CHILD = {
  // Beside this file in `dist/`, where the build puts it.
  program: fileURLToPath(new URL("./evaluator-child.js", import.meta.url)),
  milliseconds: 60_000,
  megabytes: 512,
};
