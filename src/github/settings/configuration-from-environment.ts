import { type Environment, integerIn, listIn, variable } from "./environment.ts";
import { EnvironmentError } from "./environment-error.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";
import { type Credentials, readCredentials } from "./read-credentials.ts";

/** What the app is told by its environment: the one list of the variables it reads. */
export interface ServeConfiguration {
  /** `APP_ID`, `PRIVATE_KEY` or `PRIVATE_KEY_PATH`, `WEBHOOK_SECRET`; `undefined` without any: setup mode. */
  readonly credentials: Credentials | undefined;
  /** `GITHUB_API_URL`: full address of the REST API, such as `https://ghe.example/api/v3`. */
  readonly apiUrl: string;
  /** `PORT`: 0 for any free one; 3000 where unset. */
  readonly port: number;
  /** `HOST`: address to listen on; every address where unset. */
  readonly host: string | undefined;
  /** `LOG_LEVEL`: debug, info, warn or error; info where unset. */
  readonly logLevel: LogLevel;
  /** `ALLOWED_OWNERS`: owners served, separated by commas, here in lower case; every owner where unset. */
  readonly owners: ReadonlySet<string>;
  /**
   * `BYLAW_ROLE`, or `--role` of `bylaw serve`: `web` takes events and queues what they ask for, `worker` does it and
   * sweeps, `all` does both. `all` where unset; the other two need `REDIS_URL`.
   */
  readonly role: Role;
  /** `REDIS_URL`: where the queue is, shared by all processes; in this process's memory where unset. */
  readonly redisUrl: string | undefined;
  /** `BYLAW_DRAIN_SECONDS`: how long running reviews may take to end once the app is told to stop; 25 where unset. */
  readonly drainSeconds: number;
  /** `BYLAW_SWEEP_MINUTES`: time between two sweeps; 15 where unset. */
  readonly sweepMinutes: number;
  /** `METRICS_PORT`: where `/metrics` is answered, apart from the port that strangers reach; nowhere where unset. */
  readonly metricsPort: number | undefined;
  /** `METRICS_HOST`: address of that port; this machine alone where unset. */
  readonly metricsHost: string;
  /** `AUDIT_LOG`: file, or folder with a file for each machine, that records what was decided; nowhere where unset. */
  readonly auditLog: string | undefined;
  /** `BYLAW_SITE_URL`: where the site of the policies is, with a slash at its end; the app's page leads there where set. */
  readonly siteUrl: string | undefined;
  /** `BYLAW_CACHE`: folder for what changes of policies were found to do to systems; in memory alone where unset. */
  readonly cacheFolder: string | undefined;
  /**
   * `BYLAW_AS_OF`: fixes the date of every verdict, for demonstrations and tests only. Where unset it is
   * today in Asia/Jerusalem, the zone of the policies' calendar, whatever the zone of the machine.
   */
  readonly asOf: string | undefined;
}

/** What a process does for the app. */
const ROLES = ["all", "web", "worker"] as const;
type Role = (typeof ROLES)[number];

/** Reads the configuration; what is missing, partial or weak is an `EnvironmentError`. */
export function configurationFromEnvironment(environment: Environment): ServeConfiguration {
  return {
    credentials: readCredentials(environment),
    apiUrl: readUrl(environment),
    port: integerIn(environment, "PORT", { least: 0, most: 65_535, usual: 3_000 }),
    host: variable(environment, "HOST"),
    logLevel: readLevel(environment),
    owners: new Set(listIn(environment, "ALLOWED_OWNERS").map((owner) => owner.toLowerCase())),
    ...readQueue(environment),
    drainSeconds: integerIn(environment, "BYLAW_DRAIN_SECONDS", { least: 0, most: 600, usual: 25 }),
    sweepMinutes: integerIn(environment, "BYLAW_SWEEP_MINUTES", { least: 1, most: 1_440, usual: 15 }),
    metricsPort: readMetricsPort(environment),
    metricsHost: variable(environment, "METRICS_HOST") ?? "127.0.0.1",
    auditLog: variable(environment, "AUDIT_LOG"),
    cacheFolder: variable(environment, "BYLAW_CACHE"),
    siteUrl: readSite(environment),
    asOf: readDate(environment),
  };
}

function readMetricsPort(environment: Environment): number | undefined {
  if (variable(environment, "METRICS_PORT") === undefined) return undefined;
  return integerIn(environment, "METRICS_PORT", { least: 0, most: 65_535, usual: 0 });
}

function readUrl(environment: Environment): string {
  const given = variable(environment, "GITHUB_API_URL") ?? "https://api.github.com";
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol) || url.search !== "") {
    throw new EnvironmentError(
      "`GITHUB_API_URL` is no address",
      "set it to a full one such as `https://ghe.example/api/v3`",
    );
  }
  return given.replace(/\/+$/, "");
}

function readSite(environment: Environment): string | undefined {
  const given = variable(environment, "BYLAW_SITE_URL");
  if (given === undefined) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isPlain = url?.search === "" && url.hash === "" && url.username === "" && url.password === "";
  if (!isPlain || !["http:", "https:"].includes(url.protocol))
    throw new EnvironmentError(
      "`BYLAW_SITE_URL` is no address",
      "set it to one such as `https://ministry.example/bylaw/`, or unset it",
    );
  return `${url.href.replace(/\/+$/, "")}/`;
}

function readQueue(environment: Environment): Pick<ServeConfiguration, "role" | "redisUrl"> {
  const role = oneOf(ROLES, variable(environment, "BYLAW_ROLE") ?? "all");
  if (role === undefined)
    throw new EnvironmentError("`BYLAW_ROLE` is not a role", `set it to one of ${ROLES.join(", ")}`);
  const redisUrl = variable(environment, "REDIS_URL");
  // The address itself is not shown, since it may hold a password.
  if (redisUrl !== undefined && !isRedisUrl(redisUrl)) {
    throw new EnvironmentError(
      "`REDIS_URL` is no address",
      "set it to one such as `redis://redis:6379`, or unset it",
    );
  }
  if (role !== "all" && redisUrl === undefined) {
    const why = `the role \`${role}\` shares its queue with other processes, and \`REDIS_URL\` is not set`;
    throw new EnvironmentError(why, "set `REDIS_URL`, or let one process do everything");
  }
  return { role, redisUrl };
}

function isRedisUrl(given: string): boolean {
  return URL.canParse(given) && ["redis:", "rediss:"].includes(new URL(given).protocol);
}

function readLevel(environment: Environment): LogLevel {
  const level = oneOf(LOG_LEVELS, variable(environment, "LOG_LEVEL") ?? "info");
  if (level) return level;
  throw new EnvironmentError("`LOG_LEVEL` is not a level", `set it to one of ${LOG_LEVELS.join(", ")}`);
}

function oneOf<T extends string>(known: readonly T[], given: string): T | undefined {
  return known.find((each) => each === given);
}

function readDate(environment: Environment): string | undefined {
  const given = variable(environment, "BYLAW_AS_OF");
  if (given === undefined) return undefined;
  const moment = new Date(`${given}T00:00:00Z`);
  const isDate = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${given}T`);
  if (!isDate)
    throw new EnvironmentError("`BYLAW_AS_OF` is no date", "set it to one such as `2026-11-23`, or unset it");
  return given;
}
