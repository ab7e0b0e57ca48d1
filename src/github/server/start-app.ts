import { once } from "../api/once.ts";
import { placeOf } from "../api/place-of.ts";
import { createAskAgain } from "../events/ask-again.ts";
import { EVENTS, tasksForEvent } from "../events/tasks-for-event.ts";
import { foreignCheck } from "../publish/foreign-check.ts";
import { endsWithin } from "../queue/ends-within.ts";
import type { ServeConfiguration } from "../settings/configuration-from-environment.ts";
import { sayError } from "../settings/log.ts";
import type { Credentials } from "../settings/read-credentials.ts";
import { sweep } from "../sweep/sweep.ts";
import { sweepRegularly } from "../sweep/sweep-regularly.ts";
import { answerPage } from "./answer-page.ts";
import { listen } from "./http-server.ts";
import type { Parts } from "./open-parts.ts";
import { listenForOperations } from "./operations-server.ts";
import type { ServeOptions, Serving } from "./serving.ts";
import { startWork } from "./start-work.ts";

const PIN =
  "require the check of this app, by its number, in the branch rules; `bylaw doctor` says where that is missing";

/** A sweep that is cut short loses nothing: the next one begins anew. */
const SWEEP_MILLISECONDS = 2_000;

/** Starts the app with its credentials: server, queues and sweep, or those of its role. */
export async function startApp(
  configuration: ServeConfiguration & { readonly credentials: Credentials },
  parts: Parts,
  options: ServeOptions,
): Promise<Serving> {
  const { credentials, owners, role, siteUrl } = configuration;
  const { log, metrics, store } = parts;
  const [receives, works] = [role !== "worker", role !== "web"];
  const interval = options.sweepMilliseconds ?? configuration.sweepMinutes * 60_000;
  const sweepMilliseconds = works ? interval : undefined;
  const { probot, asApp, context, queues, readiness } = await startWork(configuration, parts, {
    ...options,
    works,
    sweepMilliseconds,
  });

  probot.on([...EVENTS], async ({ id, name, payload }) => {
    log.debug("event", { delivery: id, event: name });
    const foreign = foreignCheck(name, payload, credentials.appId);
    if (foreign) log.warn("another app writes checks under this app's name", { ...foreign, help: PIN });
    // Payloads are read as values of unknown shape, whatever their type promises.
    for (const task of tasksForEvent(name, { ...payload }, { app: credentials.appId })) {
      if (task.kind === "review") await queues.reviews.add(task.job, { forced: task.forced });
      else await queues.lookups.add(task.lookup);
      const place = placeOf(task.kind === "review" ? task.job : task.lookup);
      log.info("queued", { delivery: id, event: name, ...place });
    }
  });

  const server = await listen(configuration, {
    webhook: receives
      ? {
          secret: credentials.webhookSecret,
          owners,
          // The signature held, so the event is one of GitHub's in shape as well.
          accept: (event) =>
            probot.webhooks.receive(event as unknown as Parameters<typeof probot.webhooks.receive>[0]),
        }
      : undefined,
    status: () => ({ status: "ok", engine: parts.reviewer.engine }),
    readiness: readiness.read,
    page: (request, response) =>
      answerPage(request, response, {
        pages: options.pages,
        state: () => ({ mode: "app", role, siteUrl, ...readiness.read() }),
      }),
    onAnswer: metrics.answered,
    onError: (error) => log.error("an event was not queued", { error: sayError(error) }),
  });
  const operations =
    configuration.metricsPort === undefined
      ? undefined
      : await listenForOperations(
          { port: configuration.metricsPort, host: configuration.metricsHost },
          metrics,
        );
  const askAgain = createAskAgain(parts.now);
  const sweeps = sweepRegularly(interval, {
    lead: works ? store.lead : async () => ({ release: async () => {} }),
    log,
    told(outcome) {
      metrics.swept(outcome);
      readiness.swept(outcome);
    },
    run: async () => {
      // A process that does not sweep asks as often whether GitHub still knows the app, so that it can say so.
      const known = await context();
      if (!works) return;
      // Even one that is being worked on may be queued: it waits for the one that runs, and finds it done.
      await sweep(known, await asApp(), owners, { orphans: "all" });
      await askAgain(await probot.auth()).catch((error: unknown) => {
        log.warn("failed deliveries were not asked for again", { error: sayError(error) });
      });
    },
  });
  log.info("listening", { port: server.port, mode: "app", role, metrics_port: operations?.port });

  return {
    port: server.port,
    metricsPort: operations?.port,
    async idle() {
      await sweeps.idle();
      await queues.idle();
    },
    close: once(async () => {
      const within = configuration.drainSeconds * 1_000;
      await endsWithin(server.close(), within);
      await Promise.all([
        endsWithin(sweeps.stop(), Math.min(within, SWEEP_MILLISECONDS)),
        queues.close(within),
      ]);
      await operations?.close();
      await store.close();
      await parts.audit.close();
      log.info("closed");
    }),
  };
}
