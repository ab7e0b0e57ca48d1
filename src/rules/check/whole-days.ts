import { parseDuration, type WrittenDuration } from "../../model/time/parse-duration.ts";
import type { CheckedParameter } from "../checked-policies.ts";
import type { PolicyScope } from "./policy-scope.ts";
import type { Report } from "./report.ts";

/** Reads a duration that dates can move by: months and whole days. */
export function wholeDays(raw: unknown, pointer: string, report: Report): WrittenDuration | undefined {
  const duration = typeof raw === "string" ? parseDuration(raw) : undefined;
  if (duration === undefined) {
    report(pointer, `\`${String(raw)}\` is no duration`, "write an ISO 8601 duration such as `P30D`");
    return undefined;
  }
  if (duration.seconds % 86_400 === 0) return duration;
  report(
    pointer,
    `\`${duration.text}\` is no whole number of days, and dates have no clock`,
    "write whole days",
  );
  return undefined;
}

/** Whether every value of a parameter is one that dates can move by. */
export function hasWholeDays(parameter: CheckedParameter, pointer: string, { report }: PolicyScope): boolean {
  const values = parameter.values.flatMap(({ value }) =>
    value instanceof Map ? [...value.values()] : [value],
  );
  const whole = values.every(
    (value) => typeof value !== "object" || !("seconds" in value) || value.seconds % 86_400 === 0,
  );
  if (!whole) {
    const message = `\`${parameter.name}\` is no whole number of days, and dates have no clock`;
    report(pointer, message, "write whole days in every value of the parameter");
  }
  return whole;
}
