import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { EnvironmentError } from "./environment-error.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";
import { refuseWeakSecret } from "./refuse-weak-secret.ts";

/** The environment as a process has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

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
  /** `BYLAW_SWEEP_MINUTES`: time between two sweeps; 15 where unset. */
  readonly sweepMinutes: number;
  /**
   * `BYLAW_AS_OF`: fixes the date of every verdict, for demonstrations and tests only. Where unset it is
   * today in Asia/Jerusalem, the zone of the policies' calendar, whatever the zone of the machine.
   */
  readonly asOf: string | undefined;
}

/** What proves to GitHub that this is the app, and to the app that an event is GitHub's. */
export interface Credentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
}

/** Names of the variables that hold credentials, as the setup page shows them. */
export const CREDENTIAL_VARIABLES = ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH", "WEBHOOK_SECRET"] as const;

/** Reads the configuration; what is missing, partial or weak is an `EnvironmentError`. */
export function configurationFromEnvironment(environment: Environment): ServeConfiguration {
  return {
    credentials: readCredentials(environment),
    apiUrl: readUrl(environment),
    port: readInteger(environment, "PORT", { least: 0, most: 65_535, usual: 3_000 }),
    host: variable(environment, "HOST"),
    logLevel: readLevel(environment),
    owners: new Set(listOf(environment, "ALLOWED_OWNERS").map((owner) => owner.toLowerCase())),
    sweepMinutes: readInteger(environment, "BYLAW_SWEEP_MINUTES", { least: 1, most: 1_440, usual: 15 }),
    asOf: readDate(environment),
  };
}

function readCredentials(environment: Environment): Credentials | undefined {
  if (CREDENTIAL_VARIABLES.every((name) => variable(environment, name) === undefined)) return undefined;
  const appId = variable(environment, "APP_ID");
  if (appId === undefined) throw new EnvironmentError("`APP_ID` is not set", "set it to the app's number");
  if (!/^[1-9]\d{0,14}$/.test(appId)) {
    throw new EnvironmentError("`APP_ID` is not a number", "set it to the app's number, not its client id");
  }
  const privateKey = readPrivateKey(environment);
  const webhookSecret = variable(environment, "WEBHOOK_SECRET");
  if (webhookSecret === undefined) {
    throw new EnvironmentError("`WEBHOOK_SECRET` is not set", "set it to the secret of the app's webhook");
  }
  refuseWeakSecret(webhookSecret);
  return { appId: Number(appId), privateKey, webhookSecret };
}

function readPrivateKey(environment: Environment): string {
  const [given, path] = [variable(environment, "PRIVATE_KEY"), variable(environment, "PRIVATE_KEY_PATH")];
  if (given !== undefined && path !== undefined) {
    throw new EnvironmentError("`PRIVATE_KEY` and `PRIVATE_KEY_PATH` are both set", "set one of them");
  }
  if (given === undefined && path === undefined) {
    throw new EnvironmentError("`PRIVATE_KEY` is not set", "set it, or `PRIVATE_KEY_PATH`, to the app's key");
  }
  // Many ways of setting a variable keep it on one line, with `\n` written out.
  const key = (given?.replaceAll("\\n", "\n") ?? readKeyFile(path ?? "")).trim();
  try {
    createPrivateKey(key);
  } catch {
    // The cause is left out: it may quote the key.
    const name = given === undefined ? "PRIVATE_KEY_PATH" : "PRIVATE_KEY";
    throw new EnvironmentError(
      `\`${name}\` holds no private key`,
      "set it to the app's key in PEM form, in full",
    );
  }
  return key;
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new EnvironmentError("`PRIVATE_KEY_PATH` names a file that cannot be read", "correct it", {
      cause,
    });
  }
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

function readLevel(environment: Environment): LogLevel {
  const given = variable(environment, "LOG_LEVEL") ?? "info";
  const level = LOG_LEVELS.find((each) => each === given);
  if (level) return level;
  throw new EnvironmentError(`\`LOG_LEVEL\` is not a level`, `set it to one of ${LOG_LEVELS.join(", ")}`);
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

function readInteger(
  environment: Environment,
  name: string,
  { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number },
): number {
  const given = variable(environment, name);
  if (given === undefined) return usual;
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= least && value <= most) return value;
  throw new EnvironmentError(
    `\`${name}\` is no whole number from ${least} to ${most}`,
    "correct or unset it",
  );
}

function listOf(environment: Environment, name: string): readonly string[] {
  const given = variable(environment, name) ?? "";
  return given.split(",").flatMap((item) => item.trim() || []);
}

/** A variable set to nothing counts as not set. */
function variable(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === "" ? undefined : value;
}
