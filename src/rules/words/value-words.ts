import type { Language } from "../../model/language.ts";
import { LAST_DAY } from "../../model/time/last-day.ts";
import { type Duration, type FactValue, NONE, UNKNOWN } from "../../model/value.ts";
import type { Fact } from "../vocabulary.ts";
import { durationWords } from "./duration-words.ts";
import { numberWords } from "./number-words.ts";
import { say } from "./say.ts";

/** A value of a fact in words: with its unit, by its label, texts in backticks. `against` is the value it is set against. */
export function valueWords(value: FactValue, fact: Fact, language: Language, against?: FactValue): string {
  if (value === UNKNOWN) return say(language, "blank");
  if (value === NONE) return fact.valueLabels.get("none")?.[language] ?? say(language, "none");
  if (typeof value === "boolean")
    return (value ? fact.yes : fact.no)?.[language] ?? say(language, value ? "yes" : "no");
  if (typeof value === "number") return numberWords(value, fact.unit, language);
  if (typeof value === "string") return stringWords(value, fact, language);
  if ("months" in value) return durationWords(value, language, asDuration(against));
  if ("min" in value) {
    const [min, max] = [value.min, value.max].map((end) => numberWords(end, fact.unit, language));
    return min === max ? String(min) : say(language, "between", { min: String(min), max: String(max) });
  }
  return [...value].map((item) => stringWords(item, fact, language)).join(say(language, "separator"));
}

/** Whether a value goes by a name of its own, which beside a word such as "not" has to be set off. */
export function isNamed(value: FactValue, fact: Fact): boolean {
  if (typeof value === "boolean") return (value ? fact.yes : fact.no) !== undefined;
  const text = value === NONE ? "none" : String(value);
  return fact.valueLabels.has(text) || fact.values.includes(text);
}

function stringWords(text: string, fact: Fact, language: Language): string {
  if (fact.type === "text") return `\`${shortLine(text)}\``;
  if (fact.type === "date") return text === LAST_DAY ? say(language, "noEnd") : text;
  if (text === "none") return fact.valueLabels.get("none")?.[language] ?? say(language, "none");
  return (
    fact.valueLabels.get(text)?.[language] ?? (/^[a-z0-9_]+$/.test(text) ? text.replaceAll("_", " ") : text)
  );
}

/** A text on one line, cut where it would bury the message. */
function shortLine(text: string): string {
  const characters = [...text.trim().replace(/\s+/g, " ")];
  return characters.length > 80 ? `${characters.slice(0, 79).join("")}…` : characters.join("");
}

function asDuration(value: FactValue | undefined): Duration | undefined {
  return typeof value === "object" && "months" in value ? value : undefined;
}
