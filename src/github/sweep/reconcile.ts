import type { ReviewJob } from "../review/review-job.ts";
import { openParts } from "../server/open-parts.ts";
import type { ServeOptions } from "../server/serving.ts";
import { startWork } from "../server/start-work.ts";
import { configurationFromEnvironment } from "../settings/configuration-from-environment.ts";
import type { Environment } from "../settings/environment.ts";
import { EnvironmentError } from "../settings/environment-error.ts";
import { createLog } from "../settings/log.ts";
import { secretsOf } from "../settings/secrets-of.ts";
import type { Why } from "./due-for-review.ts";
import { sweep } from "./sweep.ts";

/** A pull request that was found to be due, and why. */
export type DueReview = ReviewJob & { readonly why: Why };

/** What a sweep by hand found and left. */
export interface Reconciled {
  /** Still due when everything was done: those that could not be given a verdict. In a dry run, all that are due. */
  readonly left: readonly DueReview[];
  /** Installations, repositories and pull requests that could not be read. */
  readonly unread: number;
}

/**
 * Sweeps once as the app does, with the same environment: tells of every pull request that is due and, unless it is a dry
 * run, reviews them and looks again. Needs no app that runs, and disturbs none.
 */
export async function reconcile(
  environment: Environment,
  {
    dryRun,
    onDue,
    ...options
  }: ServeOptions & { readonly dryRun: boolean; readonly onDue: (due: DueReview) => void },
): Promise<Reconciled> {
  const configuration = configurationFromEnvironment(environment);
  const { credentials, owners, logLevel } = configuration;
  if (credentials === undefined) {
    throw new EnvironmentError(
      "no credentials are set",
      "set what `bylaw serve` runs with; `bylaw doctor` says what",
    );
  }
  const log = createLog(
    logLevel,
    options.write ?? ((line) => process.stderr.write(line)),
    secretsOf(configuration),
  );
  const parts = await openParts(configuration, log, {
    ...options,
    auditAs: dryRun ? undefined : "reconcile",
  });
  const how = { ...options, works: !dryRun, sweepMilliseconds: undefined };
  const { context, asApp, queues } = await startWork({ ...configuration, credentials }, parts, how);

  async function look(each: (due: DueReview) => Promise<void>): Promise<number> {
    // Of an app that runs beside this one nothing is taken over before its time.
    const onFound = async (job: ReviewJob, why: Why) => await each({ ...job, why });
    return await sweep(await context(), await asApp(), owners, { orphans: "old", onDue: onFound });
  }

  const found: DueReview[] = [];
  try {
    let unread = await look(async (due) => {
      onDue(due);
      found.push(due);
      const { why: _, ...job } = due;
      if (!dryRun) await queues.reviews.add(job, { forced: due.why === "comment" });
    });
    if (dryRun) return { left: found, unread };
    // An app that shares the queue may never come to an end of its own.
    await queues.reviews.idle(found);
    const left: DueReview[] = [];
    unread = await look(async (due) => {
      if (!ASKED_ANEW.has(due.why)) left.push(due);
    });
    return { left, unread };
  } finally {
    await queues.close(configuration.drainSeconds * 1_000);
    await parts.store.close();
    await parts.audit.close();
  }
}

/** Reviews that find out themselves whether there was anything to do: they are due however often they were done. */
const ASKED_ANEW: ReadonlySet<Why> = new Set(["approvals", "queued"]);
