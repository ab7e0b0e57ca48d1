import type { JsonObject, JsonValue } from "../model/document.ts";
import { badRequest } from "./api.ts";

/** A text of a request body, `undefined` where absent or null. Throws 422 for anything else. */
export function textField(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw badRequest(`For '${name}', ${JSON.stringify(value)} is not a string.`);
  return value;
}

/** A text that must be there. */
export function requiredText(body: JsonObject, name: string): string {
  const value = textField(body, name);
  if (value === undefined) throw badRequest(`"${name}" wasn't supplied.`);
  return value;
}

/** A whole number of a request body, `undefined` where absent or null. */
export function integerField(body: JsonObject, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw badRequest(`For '${name}', ${JSON.stringify(value)} is not an integer.`);
  }
  return value;
}

/** A list of objects, empty where absent. Throws 422 past `most` items. */
export function objectsField(body: JsonObject, name: string, most: number): readonly JsonObject[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value)) throw badRequest(`For '${name}', ${JSON.stringify(value)} is not an array.`);
  if (value.length > most) {
    throw badRequest(`No more than ${most} items are allowed; ${value.length} were supplied.`);
  }
  return value.map((item: JsonValue) => {
    if (!isObject(item)) throw badRequest(`For '${name}/0', ${JSON.stringify(item)} is not an object.`);
    return item;
  });
}

/** Whether a value is an object, not a list. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
