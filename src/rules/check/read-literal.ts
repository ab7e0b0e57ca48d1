import { isDate } from "../../model/time/is-date.ts";
import { parseDuration } from "../../model/time/parse-duration.ts";
import { type FactValue, NONE } from "../../model/value.ts";
import type { Fact } from "../vocabulary.ts";
import { unknownWord } from "./unknown-word.ts";

export type LiteralResult =
  | { readonly ok: true; readonly value: FactValue }
  | { readonly ok: false; readonly message: string; readonly help: string };

/** Reads what a policy wrote where a value of `fact` stands; `none` only where `allowNone` and the fact has it. */
export function readLiteral(raw: unknown, fact: Fact, allowNone: boolean): LiteralResult {
  if (raw === "none") return readNone(fact, allowNone);
  switch (fact.type) {
    case "boolean":
      return typeof raw === "boolean" ? found(raw) : wrong(raw, fact, "true or false");
    case "integer":
      return Number.isSafeInteger(raw) ? found(Number(raw)) : wrong(raw, fact, "a whole number");
    case "number":
      return typeof raw === "number" ? found(raw) : wrong(raw, fact, "a number");
    case "date":
      return typeof raw === "string" && isDate(raw) ? found(raw) : wrong(raw, fact, "a date, `YYYY-MM-DD`");
    case "duration": {
      const duration = typeof raw === "string" ? parseDuration(raw) : undefined;
      return duration === undefined ? wrong(raw, fact, "a duration such as `P30D`") : found(duration);
    }
    case "enum":
    case "ordered":
    case "country":
      return readElement(raw, fact);
    case "text":
      return typeof raw === "string" ? found(raw) : wrong(raw, fact, "a text");
    case "set":
      return {
        ok: false,
        message: `\`${fact.name}\` is a set and equals no single value`,
        help: "use `contains`",
      };
  }
}

/** Reads one value of an enum, or one member of a set. */
export function readElement(raw: unknown, fact: Fact): LiteralResult {
  if (typeof raw !== "string") return wrong(raw, fact, "one of its values");
  if (fact.values.includes(raw) || fact.open === "any") return found(raw);
  if (fact.open === "countries") {
    return /^[A-Z]{2}$/.test(raw) ? found(raw) : wrong(raw, fact, "a country code of two capital letters");
  }
  const list = fact.values.map((value) => `\`${value}\``).join(", ");
  return { ok: false, ...unknownWord(`value of \`${fact.name}\`:`, raw, fact.values, `choose from ${list}`) };
}

/** Reads a list of values; `none` stands for an enum's `none`, never for a member of a set. */
export function readElements(raw: readonly unknown[], fact: Fact): readonly LiteralResult[] {
  return raw.map((item) =>
    item === "none" && fact.type !== "set" && fact.none ? found("none") : readElement(item, fact),
  );
}

function readNone(fact: Fact, allowNone: boolean): LiteralResult {
  if (!fact.none) {
    const help = "compare with a value, or use `stated`";
    return { ok: false, message: `\`${fact.name}\` is never \`none\``, help };
  }
  if (!allowNone) {
    const help = "write `is: none` or `is_not: none`";
    return { ok: false, message: "`none` has no size and no place in an order", help };
  }
  return found(NONE);
}

function found(value: FactValue): LiteralResult {
  return { ok: true, value };
}

function wrong(raw: unknown, fact: Fact, expected: string): LiteralResult {
  const shown = typeof raw === "object" ? "this" : `\`${String(raw)}\``;
  return {
    ok: false,
    message: `${shown} does not fit \`${fact.name}\`, which is ${expected}`,
    help: `write ${expected}`,
  };
}
