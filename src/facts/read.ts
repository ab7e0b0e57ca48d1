import { isDate } from "../model/time/is-date.ts";
import type { Truth } from "../model/value.ts";
import { isFiller } from "./is-filler.ts";
import { items, type Place } from "./place.ts";

/** A text other than `none`; `undefined` where none is written or the place is blank, or as good as blank. */
export function textAt(place: Place): string | undefined {
  const { value } = place;
  return typeof value === "string" && value !== "none" && !isFiller(value) ? value : undefined;
}

/** Whether `none` or `[]` is written. */
export function isNone(place: Place): boolean {
  return place.value === "none" || (Array.isArray(place.value) && place.value.length === 0);
}

/** A yes or no; unknown where the place is blank. */
export function flagAt(place: Place): Truth {
  return typeof place.value === "boolean" ? place.value : undefined;
}

/** A number; `undefined` where the place is blank. */
export function numberAt(place: Place): number | undefined {
  return typeof place.value === "number" ? place.value : undefined;
}

/** A date or `none`; `undefined` where the place is blank. */
export function dateAt(place: Place): string | undefined {
  const { value } = place;
  return typeof value === "string" && (value === "none" || isDate(value)) ? value : undefined;
}

/** The words of a list, empty for `none`; `undefined` where the list, or an item of it, is blank. */
export function wordsAt(place: Place): ReadonlySet<string> | undefined {
  const values = items(place)?.map((item) => item.value);
  return values?.every((value) => typeof value === "string") ? new Set(values) : undefined;
}
