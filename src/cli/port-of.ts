import { UsageError } from "./usage-error.ts";

/** A port as it was named on the command line; 0 for any free one. */
export function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError(`\`${text}\` is no port`, "name a number from 0 to 65535");
}
