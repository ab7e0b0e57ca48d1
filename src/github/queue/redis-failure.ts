import { EnvironmentError } from "../settings/environment-error.ts";

/** Redis did not do what it was asked, or not in time. */
export function redisFailure(cause?: unknown): EnvironmentError {
  const help = "check `REDIS_URL`, and that Redis runs and has memory left";
  return new EnvironmentError("Redis does not answer as it should", help, { cause });
}
