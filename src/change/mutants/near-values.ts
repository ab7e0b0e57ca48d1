import { addDuration } from "../../model/time/add-duration.ts";
import { isDate } from "../../model/time/is-date.ts";
import type { Fact } from "../../rules/vocabulary.ts";

/** A value as a policy writes it. */
type Written = boolean | number | string;

/** Values just under and just over a written limit: one step of the unit it is written in. */
export function nearValues(
  value: Written,
  fact: Pick<Fact, "type" | "values">,
  use: "size" | "calendar",
): readonly Written[] {
  switch (fact.type) {
    case "boolean":
      return typeof value === "boolean" ? [!value] : [];
    case "integer":
    case "number":
      return typeof value === "number" ? nearNumbers(value) : [];
    case "date":
      return typeof value === "string" && isDate(value) ? nearDates(value) : [];
    case "duration":
      return typeof value === "string" ? nearDurations(value, use) : [];
    case "ordered": {
      const rank = fact.values.indexOf(String(value));
      return rank === -1
        ? []
        : [fact.values[rank - 1], fact.values[rank + 1]].filter((near) => near !== undefined);
    }
    default:
      return [];
  }
}

/** One more and one less in the last decimal place that is written. */
function nearNumbers(value: number): readonly number[] {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  const unit = 10 ** decimals;
  const whole = Math.round(value * unit);
  return [(whole - 1) / unit, (whole + 1) / unit];
}

function nearDates(date: string): readonly string[] {
  const day = { months: 0, seconds: 86_400 };
  return [addDuration(date, day, -1), addDuration(date, day, 1)].filter((near) => near !== undefined);
}

const PART = /(\d+)([YMWDHS])/g;

/**
 * One more and one less of the smallest unit that is written. Along the calendar the unit is a day, and
 * months less a day are a month fewer and the 27 days that every month has beside its last.
 */
function nearDurations(text: string, use: "size" | "calendar"): readonly string[] {
  const parts = [...text.matchAll(PART)].map((match) => ({
    at: match.index,
    count: Number(match[1]),
    unit: match[2] ?? "",
    length: match[0].length,
  }));
  const last = parts.at(-1);
  if (last === undefined) return [];
  const inTime = text.lastIndexOf("T", last.at) !== -1;
  const set = (count: number) =>
    `${text.slice(0, last.at)}${count}${last.unit}${text.slice(last.at + last.length)}`;
  const calendar = use === "calendar" && !inTime;
  if (calendar && last.unit === "W") {
    const before = text.slice(0, last.at);
    return [last.count * 7 - 1, last.count * 7 + 1].filter((n) => n >= 0).map((n) => `${before}${n}D`);
  }
  if (!calendar || last.unit === "D") return [last.count - 1, last.count + 1].filter((n) => n >= 0).map(set);
  const months = last.unit === "Y" ? last.count * 12 : last.count;
  const before = text.slice(0, last.at);
  return months === 0 ? [`${text}1D`] : [`${before}${months - 1}M27D`, `${text}1D`];
}
