import { isDate } from "../model/time/is-date.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** The date of the run: the one asked for, else today. A date that does not exist is a usage error. */
export function asOf(option: string | undefined, io: Io): string {
  if (option === undefined) return io.today();
  if (isDate(option)) return option;
  throw new UsageError(`\`${option}\` is no date`, "write it as YYYY-MM-DD, such as 2026-11-23");
}
