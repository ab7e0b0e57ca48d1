import type { ServeConfiguration } from "./configuration-from-environment.ts";

/** What of a configuration must never be shown. */
export function secretsOf({
  credentials,
  redisUrl,
}: Pick<ServeConfiguration, "credentials" | "redisUrl">): readonly string[] {
  const password = redisUrl && decodeURIComponent(new URL(redisUrl).password);
  return [credentials?.privateKey, credentials?.webhookSecret, password].flatMap((secret) => secret || []);
}
