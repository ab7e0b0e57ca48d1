import type { JsonObject, JsonValue } from "../../model/document.ts";

/** Blocks as the pages write them: mappings by line, the items of a list each on one line. */
export function blocksText(blocks: JsonValue): string {
  return isObject(blocks) ? `${lines(blocks, "").join("\n")}\n` : `${inline(blocks)}\n`;
}

function lines(mapping: JsonObject, indent: string): readonly string[] {
  return Object.entries(mapping).flatMap(([key, value]) => {
    const name = `${indent}${scalar(key)}:`;
    if (isObject(value) && Object.keys(value).length > 0 && inline(value).length > 60) {
      return [name, ...lines(value, `${indent}  `)];
    }
    if (isObject(value) && Object.values(value).some(isObject)) return [name, ...lines(value, `${indent}  `)];
    if (isList(value) && value.some((item) => typeof item === "object" && item !== null)) {
      return [name, ...value.map((item) => `${indent}  - ${inline(item)}`)];
    }
    return [`${name} ${inline(value)}`];
  });
}

function inline(value: JsonValue): string {
  if (isList(value)) return `[${value.map(inline).join(", ")}]`;
  if (!isObject(value)) return scalar(value);
  const pairs = Object.entries(value).map(([key, item]) => `${scalar(key)}: ${inline(item)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9 ._/-]*$/;
/** What a reader of YAML, old or new, takes for something other than text. */
const OTHER = /^(?:null|true|false|yes|no|on|off|y|n|[\d._]+(?:e\d+)?|0[xo].*)$/i;
const COUNTRY = /^[A-Z]{2}$/;

function scalar(value: JsonValue): string {
  if (typeof value !== "string") return String(value);
  return PLAIN.test(value) && !OTHER.test(value) && !COUNTRY.test(value) && value.trim() === value
    ? value
    : JSON.stringify(value);
}

function isObject(value: JsonValue): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
