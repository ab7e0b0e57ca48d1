import type { Language } from "../../model/language.ts";
import type { Duration } from "../../model/value.ts";
import { digits } from "./digits.ts";
import type { PhraseKey } from "./phrases.ts";
import { say } from "./say.ts";

const STEPS: readonly (readonly [PhraseKey, number])[] = [
  ["days", 86_400],
  ["hours", 3600],
  ["minutes", 60],
  ["seconds", 1],
];

/**
 * A duration in words: `30 days`, `72 hours`, `24 months`, `6 months and 90 days`. Hours stay hours where
 * the duration, or the one it is set against, was written in hours.
 */
export function durationWords(duration: Duration, language: Language, against?: Duration): string {
  const parts = [...monthParts(duration), ...secondParts(duration, inHours(duration) || inHours(against))];
  const words = parts.map(([key, n]) => say(language, key, { n, text: digits(n) }));
  if (words.length === 0) return say(language, "seconds", { n: 0, text: "0" });
  return words.reduce((a, b) => say(language, "and", { a, b }));
}

type CountedUnit = readonly [PhraseKey, number];

function monthParts(duration: Duration): readonly CountedUnit[] {
  if (duration.months === 0) return [];
  const years = writtenText(duration)?.includes("Y") === true && duration.months % 12 === 0;
  return years ? [["years", duration.months / 12]] : [["months", duration.months]];
}

function secondParts({ seconds }: Duration, hours: boolean): readonly CountedUnit[] {
  const parts: CountedUnit[] = [];
  let rest = seconds;
  for (const [key, size] of hours ? STEPS.slice(1) : STEPS) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push([key, count]);
    rest -= count * size;
  }
  return parts;
}

function inHours(duration: Duration | undefined): boolean {
  const text = duration === undefined ? undefined : writtenText(duration);
  return text?.startsWith("PT") === true && text.includes("H");
}

/** The text of a duration that a policy wrote. */
function writtenText(duration: Duration): string | undefined {
  return "text" in duration && typeof duration.text === "string" ? duration.text : undefined;
}
