import { type FactValue, NONE } from "../../model/value.ts";

/** A text that equal values share, and only they. */
export function valueKey(value: FactValue): string {
  if (typeof value === "symbol") return value === NONE ? "none" : "blank";
  if (value instanceof Set) return `{${[...value].sort().join(",")}}`;
  if (typeof value !== "object") return `${typeof value} ${value}`;
  if ("min" in value) return `${value.min}..${value.max}`;
  return "months" in value ? `P${value.months}M${value.seconds}S` : "";
}
