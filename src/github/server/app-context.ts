import type { Caches } from "../api/caches.ts";
import type { Client } from "../api/client.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import type { AddOptions } from "../queue/queue.ts";
import type { ReviewJob } from "../review/review-job.ts";
import type { Reviewer } from "../review/reviewer.ts";
import type { Log } from "../settings/log.ts";
import type { Metrics } from "./metrics.ts";

/** What every piece of the app's work is given. */
export interface AppContext {
  /** The app as GitHub knows it, by which it finds its own checks and comments. */
  readonly identity: { readonly id: number; readonly slug: string };
  readonly reviewer: Reviewer;
  readonly caches: Caches;
  readonly log: Log;
  readonly metrics: Pick<Metrics, "reviewed">;
  readonly audit: AuditLog;
  now(): Date;
  /** The date verdicts are given for, `YYYY-MM-DD`. */
  today(): string;
  /** GitHub with the rights of an installation. */
  client(installation: number): Promise<Client>;
  /** Permissions the app asks for and this installation does not grant, as `checks: write`. */
  lacking(installation: number): Promise<readonly string[]>;
  /** Checks that a run was begun in here and has not ended: that it is not done is no crash of this process. */
  readonly begun: Set<number>;
  /** Runs what may bring this process down while nothing else that may is run, so that it is known what did. */
  alone<T>(run: () => Promise<T>): Promise<T>;
  /** Asks for a review of a pull request, once more where one is running. Fails where it could not be queued. */
  enqueue(job: ReviewJob, options?: AddOptions): Promise<void>;
}
