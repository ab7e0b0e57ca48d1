import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Environment, variable } from "./environment.ts";
import { EnvironmentError } from "./environment-error.ts";
import { refuseWeakSecret } from "./refuse-weak-secret.ts";

/** What proves to GitHub that this is the app, and to the app that an event is GitHub's. */
export interface Credentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
}

/** Names of the variables that hold credentials, as the setup page shows them. */
export const CREDENTIAL_VARIABLES = ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH", "WEBHOOK_SECRET"] as const;

/** Reads the credentials, `undefined` where none of them is set; partial, broken or weak ones are an `EnvironmentError`. */
export function readCredentials(environment: Environment): Credentials | undefined {
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
