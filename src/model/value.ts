/** Blank: nothing is written, or what is written does not decide it. Never a pass. */
export const UNKNOWN: unique symbol = Symbol("unknown");
/** The word `none` written out (or `[]` for a set): a value, equal to itself. */
export const NONE: unique symbol = Symbol("none");

/** A number known only within bounds, both included, such as a share between 36 and 42 %. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** An ISO 8601 duration. Months and seconds stay apart: a month is 28 to 31 days, whatever today is. */
export interface Duration {
  readonly months: number;
  readonly seconds: number;
}

/**
 * A typed value of a fact. Dates are `YYYY-MM-DD` strings, enums, countries and texts strings, sets
 * `ReadonlySet<string>`, durations `Duration`, uncertain numbers `NumberRange`.
 */
export type FactValue =
  | typeof UNKNOWN
  | typeof NONE
  | boolean
  | number
  | string
  | NumberRange
  | Duration
  | ReadonlySet<string>;

/** Kleene's three values; `undefined` is unknown. */
export type Truth = true | false | undefined;
