import { UsageError } from "./usage-error.ts";

/** A whole number as it was named on the command line, within both ends; `what` is what it should have been. */
export function numberBetween(text: string, from: number, to: number, what: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= from && number <= to) return number;
  throw new UsageError(`\`${text}\` is no ${what}`, `name a number from ${from} to ${to}`);
}
