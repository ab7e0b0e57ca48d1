import type { JsonObject, JsonValue } from "../../model/document.ts";

/** The least blocks that, laid over one value, give the other: mappings go key by key, anything else whole, `null` blanks. */
export function overlayOf(under: JsonValue, whole: JsonValue): JsonValue {
  if (!isObject(under) || !isObject(whole)) return whole;
  const blocks: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(whole)) {
    const before = under[key];
    if (before === undefined) blocks[key] = value;
    else if (!same(before, value)) blocks[key] = overlayOf(before, value);
  }
  for (const key of Object.keys(under)) if (!(key in whole)) blocks[key] = null;
  return blocks;
}

function isObject(value: JsonValue): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function same(one: JsonValue, other: JsonValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
