import { EnvironmentError } from "./environment-error.ts";

const LEAST_CHARACTERS = 32;
const LEAST_DIFFERENT = 8;

/** Words found in examples and defaults; `development` is Probot's own default. */
const KNOWN = [
  "development",
  "webhooksecret",
  "changeme",
  "password",
  "example",
  "secret",
  "github",
  "probot",
  "test",
  "your",
  "0123456789",
  "123456789",
  "abcdef",
] as const;

/** Refuses a webhook secret that a stranger could guess: one that is short, repetitive, or made of words of examples. */
export function refuseWeakSecret(secret: string): void {
  const help = "set it to 32 random bytes, for example from `openssl rand -hex 32`";
  if (secret.length < LEAST_CHARACTERS) {
    throw new EnvironmentError(
      `\`WEBHOOK_SECRET\` has ${secret.length} characters; the least is ${LEAST_CHARACTERS}`,
      help,
    );
  }
  let rest = secret.toLowerCase().replace(/[^a-z0-9]/g, "");
  for (const word of KNOWN) rest = rest.replaceAll(word, "");
  if (new Set(rest).size < LEAST_DIFFERENT) {
    throw new EnvironmentError("`WEBHOOK_SECRET` is well known or easy to guess", help);
  }
}
