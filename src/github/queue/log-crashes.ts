import type { EventEmitter } from "node:events";
import { type Log, sayError } from "../settings/log.ts";

/**
 * Lets the end of a process by an error nobody caught be one line of the log: what Node prints of its own quotes the error
 * and whatever it holds. The next process finds on GitHub what this one left.
 */
export function logCrashes(log: Log, process: EventEmitter, end: (code: number) => void): void {
  for (const event of ["uncaughtException", "unhandledRejection"]) {
    process.on(event, (error: unknown) => {
      log.error("the process ends by an error of its own", { error: sayError(error) });
      end(1);
    });
  }
}
