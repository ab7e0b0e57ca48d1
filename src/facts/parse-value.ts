import type { JsonObject, JsonValue } from "../model/document.ts";
import { isDate } from "../model/time/is-date.ts";
import { readDuration } from "../model/time/parse-duration.ts";
import { type FactValue, NONE, UNKNOWN } from "../model/value.ts";
import type { DeclaredFact } from "./declared-facts.ts";
import { isFiller } from "./is-filler.ts";

/** Reads what a manifest says as a value of a fact's type. What does not fit is unknown: the schema has refused it before. */
export function parseValue(raw: JsonValue, fact: DeclaredFact): FactValue {
  if (isNone(raw)) return fact.none ? NONE : emptyOf(fact);
  switch (fact.type) {
    case "boolean":
      return typeof raw === "boolean" ? raw : UNKNOWN;
    case "integer":
      return Number.isSafeInteger(raw) ? Number(raw) : UNKNOWN;
    case "number":
      return typeof raw === "number" && Number.isFinite(raw) ? raw : UNKNOWN;
    case "date":
      return typeof raw === "string" && isDate(raw) ? raw : UNKNOWN;
    case "duration":
      return (typeof raw === "string" ? readDuration(raw) : undefined) ?? UNKNOWN;
    case "enum":
    case "ordered":
    case "country":
      return isMember(raw, fact) ? raw : UNKNOWN;
    case "set":
      return Array.isArray(raw) && raw.every((item) => isMember(item, fact)) ? new Set<string>(raw) : UNKNOWN;
    case "text":
      return describe(raw) ?? UNKNOWN;
  }
}

function isNone(raw: JsonValue): boolean {
  return raw === "none" || (Array.isArray(raw) && raw.length === 0);
}

function emptyOf(fact: DeclaredFact): FactValue {
  return fact.type === "set" ? new Set() : UNKNOWN;
}

function isMember(raw: JsonValue, { values }: DeclaredFact): raw is string {
  if (typeof raw !== "string" || raw === "none") return false;
  return values === "countries" ? /^[A-Z]{2}$/.test(raw) : values === "any" || values.has(raw);
}

/** A text, or the texts and names of a list; `undefined` where nothing in it says anything. */
function describe(raw: JsonValue | undefined): string | undefined {
  if (raw === null || raw === undefined) return undefined;
  if (typeof raw === "string" && isFiller(raw)) return undefined;
  if (typeof raw !== "object") return String(raw);
  if (Array.isArray(raw)) return joined(raw.map(describe));
  const { name, name_as_written, vendor, ...rest } = raw as JsonObject;
  return describe(name ?? name_as_written ?? vendor ?? Object.values(rest));
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  const said = texts.filter((text) => text !== undefined);
  return said.length === 0 ? undefined : said.join(", ");
}
