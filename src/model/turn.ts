import type { FindingDate } from "./generated/report.ts";
import type { Wording } from "./language.ts";

/** A day on which something that a value, an outcome or a finding rests on is no longer what it was. */
export interface Turn extends Pick<FindingDate, "reason"> {
  /** The first day on which it is otherwise. */
  readonly on: string;
  /** Whether what is named counts from that day on, or no longer does. */
  readonly begins: boolean;
  /** What it is to a reader: a rule, a parameter, a listing, a date by its label. */
  readonly what: Wording;
}
