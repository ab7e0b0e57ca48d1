import type { CheckedParameter, DatedValue } from "./checked-policies.ts";

/** The dated value of a parameter in force on a date: the latest that has begun; `undefined` before the first. */
export function valueAt(parameter: CheckedParameter, date: string): DatedValue | undefined {
  return parameter.values.findLast(({ from }) => from <= date);
}
