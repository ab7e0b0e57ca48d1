import type { Caches } from "./caches.ts";
import type { Client } from "./client.ts";
import type { Log } from "./log.ts";
import type { ReviewJob } from "./review-job.ts";
import type { Reviewer } from "./reviewer.ts";

/** What every piece of the app's work is given. */
export interface AppContext {
  /** The app as GitHub knows it, by which it finds its own checks and comments. */
  readonly identity: { readonly id: number; readonly slug: string };
  readonly reviewer: Reviewer;
  readonly caches: Caches;
  readonly log: Log;
  now(): Date;
  /** The date verdicts are given for, `YYYY-MM-DD`. */
  today(): string;
  /** GitHub with the rights of an installation. */
  client(installation: number): Promise<Client>;
  /** Asks for a review of a pull request, once more where one is running. */
  enqueue(job: ReviewJob, options?: { readonly forced?: boolean }): void;
}
