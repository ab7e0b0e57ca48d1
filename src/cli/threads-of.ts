import { UsageError } from "./usage-error.ts";

/** A number of threads as it was named on the command line. */
export function threadsOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 256) return count;
  throw new UsageError(`\`${text}\` is no number of threads`, "name a number from 1 to 256");
}
