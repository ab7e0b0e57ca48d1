import type { Document, JsonObject, JsonValue } from "../model/document.ts";

/** A place in a manifest: what stands there, and where a finding about it points. */
export interface Place {
  /** What is written; `undefined` where the place is blank, `null` included. */
  readonly value: JsonValue | undefined;
  /** JSON pointer of the value; of its nearest written ancestor where it is blank. */
  readonly at: string;
}

/** The root of a file. */
export function rootOf(document: Document<unknown>): Place {
  // A document was parsed from YAML, so it is a JSON value; its generated type only lacks the index signature.
  return { value: document.value as JsonValue, at: "" };
}

/** The place of a key; blank, and pointing at the parent, where nothing is written. */
export function child(place: Place, key: string): Place {
  const value = writtenAt(place, key);
  return value === undefined ? { value, at: place.at } : { value, at: `${place.at}/${escapeToken(key)}` };
}

/** What is written under a key; `undefined` for nothing and for `null`. */
function writtenAt({ value }: Place, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? (value[key] ?? undefined) : undefined;
}

/** The place at a path of keys parted by dots. */
export function follow(place: Place, path: string): Place {
  let at = place;
  for (const { key, step } of keysOf(path)) {
    const value = writtenAt(at, key);
    if (value === undefined) return { value, at: at.at };
    at = { value, at: at.at + step };
  }
  return at;
}

/** Paths are those of the vocabulary and of this folder, so that few are ever kept. */
const KEYS = new Map<string, readonly Key[]>();

/** A key and what it adds to a pointer. */
interface Key {
  readonly key: string;
  readonly step: string;
}

function keysOf(path: string): readonly Key[] {
  let keys = KEYS.get(path);
  if (keys === undefined) {
    keys = path.split(".").map((key) => ({ key, step: `/${escapeToken(key)}` }));
    KEYS.set(path, keys);
  }
  return keys;
}

/** The places of a list's items: `[]` where `[]` or `none` is written, `undefined` where the list is blank. */
export function items(place: Place): readonly Place[] | undefined {
  if (place.value === "none") return [];
  if (!Array.isArray(place.value)) return undefined;
  return place.value.map((item: JsonValue, index) => ({
    value: item ?? undefined,
    at: `${place.at}/${index}`,
  }));
}

/** The places of a map's values by key, `undefined` where the map is blank. A blank value points at its key. */
export function entries(place: Place): readonly (readonly [string, Place])[] | undefined {
  if (!isObject(place.value)) return undefined;
  return Object.entries(place.value).map(([key, value]) => [
    key,
    { value: value ?? undefined, at: `${place.at}/${escapeToken(key)}` },
  ]);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function escapeToken(key: string): string {
  return key.includes("/") || key.includes("~") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}
