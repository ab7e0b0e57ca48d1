import { Probot, ProbotOctokit } from "probot";
import { fetchWithin } from "../api/fetch-within.ts";
import { watchRequests } from "../api/watch-requests.ts";
import { type Log, sayError } from "../settings/log.ts";
import type { Credentials } from "../settings/read-credentials.ts";
import type { AskedGithub } from "./metrics.ts";

/** How the app speaks to GitHub. */
export interface Pace {
  /** False lets writes follow each other at once: for a stand-in, never for GitHub. */
  readonly throttle: boolean;
  /** A request that GitHub has not answered by then counts as failed. */
  readonly timeoutMilliseconds: number;
}

/** What GitHub asks of its clients. */
const USUAL: Pace = { throttle: true, timeoutMilliseconds: 30_000 };

/** The app as Probot has it: its authentication and its router of events, without Probot's own server. */
export async function createApp(
  { credentials, apiUrl }: { readonly credentials: Credentials; readonly apiUrl: string },
  log: Log,
  {
    pace = USUAL,
    fetch = globalThis.fetch,
    seen,
  }: {
    readonly pace?: Pace | undefined;
    readonly fetch?: typeof globalThis.fetch | undefined;
    readonly seen: (request: AskedGithub) => void;
  },
): Promise<Probot> {
  const app = new Probot({
    appId: credentials.appId,
    privateKey: credentials.privateKey,
    secret: credentials.webhookSecret,
    baseUrl: apiUrl,
    Octokit: watchRequests(paced(pace), seen),
    log: probotLog(log),
    request: { fetch: fetchWithin(fetch, pace.timeoutMilliseconds) },
  });
  await app.ready();
  return app;
}

/**
 * Limits are met by trying the whole job again later, which delays that job alone; a request that waited
 * by itself would hold its place in the queue.
 */
function paced({ throttle }: Pace): typeof ProbotOctokit {
  const giveUp = () => false;
  return ProbotOctokit.defaults((options: OctokitOptions) => ({
    ...options,
    ...(throttle ? {} : { retry: { enabled: false } }),
    throttle: throttle
      ? { ...options.throttle, onRateLimit: giveUp, onSecondaryRateLimit: giveUp }
      : { enabled: false },
  }));
}

type OctokitOptions = NonNullable<ConstructorParameters<typeof ProbotOctokit>[0]>;

type ProbotLog = NonNullable<NonNullable<ConstructorParameters<typeof Probot>[0]>["log"]>;

/**
 * Probot's and Octokit's own lines, from warnings up. Below that they hold whole events and requests, which
 * have no place in a log.
 */
function probotLog(log: Log): ProbotLog {
  const say = (level: "warn" | "error") => (first: unknown, second?: unknown) => {
    // Beside an error stands the message of an error, which may quote a payload.
    if (first instanceof Error) return log[level]("an error in Probot", { error: sayError(first) });
    log[level](
      typeof first === "string" ? first : typeof second === "string" ? second : "an error in Probot",
    );
  };
  const silent = () => undefined;
  const own = {
    trace: silent,
    debug: silent,
    info: silent,
    warn: say("warn"),
    error: say("error"),
    fatal: say("error"),
    child: () => own,
  };
  // Probot asks for pino's type and calls these methods only.
  return own as unknown as ProbotLog;
}
