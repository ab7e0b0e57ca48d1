import type { Span } from "../model/document.ts";
import { findPlaces, type Place, type Range } from "./find-places.ts";
import { readEvents } from "./read-yaml.ts";
import { createTextMap, type TextMap } from "./text-map.ts";

/** Finds the place of values in a text by JSON pointer, as `Document` promises. */
export interface Locator {
  readonly map: TextMap;
  value(pointer: string): Range;
  key(pointer: string): Range;
  span(range: Range): Span;
}

/** A locator of a text that was read without flaws. Nothing is computed before the first question. */
export function createLocator(file: string, text: string): Locator {
  const map = createTextMap(file, text);
  let places: ReadonlyMap<string, Place> | undefined;
  const find = (pointer: string): Place => {
    places ??= findPlaces(text, readEvents(text));
    for (let at = pointer; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
      const place = places.get(at);
      if (place !== undefined) return place;
    }
    return places.get("") ?? { value: { start: 0, end: text.length }, key: undefined };
  };
  return {
    map,
    value: (pointer) => find(pointer).value,
    key: (pointer) => {
      const { key, value } = find(pointer);
      return key ?? value;
    },
    span: ({ start, end }) => map.span(start, end),
  };
}
