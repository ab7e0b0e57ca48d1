import type { Language } from "../../model/language.ts";
import { digits } from "./digits.ts";
import { say } from "./say.ts";

/** A number with its unit: `140,000 people`, `36%`, `NIS 2,500`. Digits are Latin in every language. */
export function numberWords(value: number, unit: string | undefined, language: Language): string {
  const text = digits(value);
  if (unit === undefined) return text;
  if (unit === "percent" || unit === "people" || unit === "NIS")
    return say(language, unit, { n: value, text });
  return `${text} ${unit}`;
}
