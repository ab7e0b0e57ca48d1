import type { Probot } from "probot";
import { numberAt, textAt } from "./answer.ts";
import type { AppContext } from "./app-context.ts";
import { createCaches } from "./caches.ts";
import { clientOfOctokit } from "./client-of-octokit.ts";
import type { Credentials, ServeConfiguration } from "./configuration-from-environment.ts";
import { createApp } from "./create-app.ts";
import { policyDate } from "./dates.ts";
import { GithubError } from "./github-error.ts";
import { listen } from "./http-server.ts";
import { createInProcessQueue, type InProcessQueueOptions } from "./in-process-queue.ts";
import { type Log, sayError } from "./log.ts";
import { type Lookup, lookupKey } from "./lookup.ts";
import { jobKey, type ReviewJob } from "./review-job.ts";
import { reviewPullRequest } from "./review-pull-request.ts";
import type { Reviewer } from "./reviewer.ts";
import { runLookup } from "./run-lookup.ts";
import type { ServeOptions, Serving } from "./serving.ts";
import { type SweepOptions, sweep } from "./sweep.ts";
import { EVENTS, tasksForEvent } from "./tasks-for-event.ts";

type Parts = ServeOptions & { readonly reviewer: Reviewer; readonly log: Log };

/** Starts the app with its credentials: server, queues and sweep. */
export async function startApp(
  configuration: ServeConfiguration & { readonly credentials: Credentials },
  { reviewer, log, pace, retryDelay, now = () => new Date() }: Parts,
): Promise<Serving> {
  const { credentials, owners } = configuration;
  const app = await createApp(configuration, log, pace);
  const shared = { onError: errorLog(log), ...(retryDelay && { delay: retryDelay }) };

  const identity = once(() => readIdentity(app));
  const reviews = createInProcessQueue<ReviewJob>({
    ...shared,
    keyOf: jobKey,
    groupOf: (job) => `${job.installation}`,
    run: async (job, attempt) => reviewPullRequest(await context(), job, attempt),
  });
  const lookups = createInProcessQueue<Lookup>({
    ...shared,
    keyOf: lookupKey,
    groupOf: (lookup) => `${lookup.installation}`,
    run: async (lookup) => runLookup(await context(), lookup),
  });
  const caches = createCaches();
  const context = async (): Promise<AppContext> => ({
    identity: await identity(),
    reviewer,
    caches,
    log,
    now,
    today: () => configuration.asOf ?? policyDate(now()),
    client: async (installation) => clientOfOctokit(await app.auth(installation)),
    enqueue: (job, options) => reviews.add(job, options),
  });

  app.on([...EVENTS], ({ id, name, payload }) => {
    log.debug("event", { delivery: id, event: name });
    // Payloads are read as values of unknown shape, whatever their type promises.
    for (const task of tasksForEvent(name, { ...payload }, { app: credentials.appId })) {
      if (task.kind === "review") reviews.add(task.job, { forced: task.forced });
      else lookups.add(task.lookup);
    }
  });

  const server = await listen(configuration, {
    webhook: {
      secret: credentials.webhookSecret,
      owners,
      // The signature held, so the event is one of GitHub's in shape as well.
      accept: (event) => app.webhooks.receive(event as unknown as Parameters<typeof app.webhooks.receive>[0]),
    },
    status: () => ({ status: "ok", engine: reviewer.engine }),
    onError: (error) => log.error("an event was not queued", { error: sayError(error) }),
  });
  const sweeps = sweepRegularly(
    configuration.sweepMinutes,
    async (options) => {
      const known = await context();
      await sweep(known, clientOfOctokit(await app.auth()), owners, options);
    },
    log,
  );
  log.info("listening", { port: server.port, mode: "app" });

  return {
    port: server.port,
    async idle() {
      await sweeps.idle();
      await lookups.idle();
      await reviews.idle();
    },
    close: once(async () => {
      await server.close();
      await sweeps.stop();
      await lookups.close();
      await reviews.close();
      log.info("closed");
    }),
  };
}

async function readIdentity(app: Probot): Promise<AppContext["identity"]> {
  const answer = await clientOfOctokit(await app.auth())
    .rest("GET /app")
    .catch((error: unknown) => {
      if (!(error instanceof GithubError) || (error.status !== 401 && error.status !== 404)) throw error;
      const what =
        "GitHub does not know this app: check `APP_ID`, `PRIVATE_KEY`, `GITHUB_API_URL` and the clock";
      throw new GithubError(what, { kind: "unavailable", status: error.status, cause: error });
    });
  return { id: numberAt(answer, "id"), slug: textAt(answer, "slug") };
}

/** The first answer of `read`, kept; a failure is not. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= read().catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}

function errorLog(log: Log): InProcessQueueOptions<ReviewJob | Lookup>["onError"] {
  return (error, task, { attempt, delay }) => {
    const { installation } = task;
    const place = "repo" in task ? { repository: `${task.owner}/${task.repo}` } : {};
    const number = "number" in task ? { pull_request: task.number } : {};
    const fields = { installation, ...place, ...number, attempt, delay, error: sayError(error) };
    if (delay === undefined) log.error("given up until the next sweep", fields);
    else log.warn("to be tried again", fields);
  };
}

interface Sweeps {
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const RETRY_MINUTES = 1;

/**
 * One sweep at once, then one at every interval, never two at a time; sooner after one that failed. Until the first
 * has come through, every unfinished check counts as one that an earlier process left.
 */
function sweepRegularly(minutes: number, run: (options: SweepOptions) => Promise<void>, log: Log): Sweeps {
  let orphans: SweepOptions["orphans"] = "all";
  let current = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isOpen = true;
  async function sweepAgain(): Promise<void> {
    let next = minutes;
    try {
      await run({ orphans });
      orphans = "old";
    } catch (error) {
      next = Math.min(minutes, RETRY_MINUTES);
      log.error("the sweep failed", { error: sayError(error), next_in_minutes: next });
    }
    if (isOpen) timer = setTimeout(sweepNow, next * 60_000).unref();
  }
  function sweepNow(): void {
    current = sweepAgain();
  }
  sweepNow();
  return {
    idle: () => current,
    stop() {
      isOpen = false;
      clearTimeout(timer);
      return current;
    },
  };
}
