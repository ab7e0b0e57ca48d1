import { numberBetween } from "./number-between.ts";

/** A number of threads as it was named on the command line. */
export function threadsOf(text: string): number {
  return numberBetween(text, 1, 256, "number of threads");
}
