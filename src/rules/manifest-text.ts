import { type Duration, type FactValue, NONE } from "../model/value.ts";

/** A single value as a manifest writes it; `undefined` for unknown, ranges and sets. A policy's duration keeps its text. */
export function manifestText(value: FactValue): string | undefined {
  if (value === NONE) return "none";
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return String(value);
  return typeof value === "object" && "months" in value ? durationText(value) : undefined;
}

function durationText(duration: Duration): string {
  if ("text" in duration && typeof duration.text === "string") return duration.text;
  const { months, seconds } = duration;
  const days = Math.floor(seconds / 86_400);
  const date = [part(months, "M"), part(days, "D")].join("");
  const rest = seconds % 86_400;
  const time = [
    part(Math.floor(rest / 3600), "H"),
    part(Math.floor(rest / 60) % 60, "M"),
    part(rest % 60, "S"),
  ];
  return `P${date}${rest > 0 ? `T${time.join("")}` : date === "" ? "T0S" : ""}`;
}

function part(count: number, unit: string): string {
  return count > 0 ? `${count}${unit}` : "";
}
