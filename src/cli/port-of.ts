import { numberBetween } from "./number-between.ts";

/** A port as it was named on the command line; 0 for any free one. */
export function portOf(text: string): number {
  return numberBetween(text, 0, 65_535, "port");
}
