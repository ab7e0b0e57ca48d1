import type { JsonObject, JsonValue } from "../model/document.ts";

/** Whether a value is a map of keys, not a list. */
export function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
