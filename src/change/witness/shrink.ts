import type { JsonObject, JsonValue } from "../../model/document.ts";
import { type Path, replaceAt } from "../mutants/replace-at.ts";

/**
 * Blocks without what they do not need: keys and items are taken out one by one, the outermost first, as
 * long as what is left still holds. `tries` bounds how often that is asked.
 */
export function shrink(blocks: JsonValue, holds: (blocks: JsonValue) => boolean, tries: number): JsonValue {
  let best = blocks;
  let left = tries;
  const visit = (path: Path): void => {
    // From the last on, so that the positions of the others stay.
    for (const key of [...keysOf(valueBelow(best, path))].reverse()) {
      const inner = [...path, key];
      const without = replaceAt(best, inner, undefined);
      left -= 1;
      if (left < 0) return;
      if (!isEmpty(valueBelow(without, path)) && holds(without)) best = without;
      else visit(inner);
    }
  };
  visit([]);
  return best;
}

function keysOf(value: JsonValue | undefined): readonly (string | number)[] {
  if (isList(value)) return value.some((item) => isObject(item)) || value.length > 1 ? [...value.keys()] : [];
  return isObject(value) ? Object.keys(value) : [];
}

function isEmpty(value: JsonValue | undefined): boolean {
  return isList(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

function valueBelow(root: JsonValue, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const key of path) {
    if (isList(value)) value = value[Number(key)];
    else value = isObject(value) ? value[key] : undefined;
  }
  return value;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
