import type { Document, JsonValue } from "../model/document.ts";
import { vocabulary } from "../model/generated/vocabulary-value.ts";
import type { Row } from "../model/row.ts";
import { isBlankAt, pointerOf, valueAt } from "./value-at.ts";

/**
 * Of a fact that follows from several places of a manifest, those that are blank at a row, or, of a system, in any item
 * of a list; `undefined` for a fact that follows from one place, and where none of them is blank.
 */
export function blankSources(
  fact: string,
  row: Row,
  document: Document<unknown>,
): readonly string[] | undefined {
  const sources = vocabulary.facts[fact]?.sources ?? [];
  // What stands in a manifest was read by its parser, so it is a JSON value.
  const root = document.value as JsonValue;
  const blank = sources.flatMap((path) =>
    fact.startsWith("system.") ? blankIn(path, root) : isBlank(root, inRow(path, row)) ? [path] : [],
  );
  return blank.length === 0 ? undefined : [...new Set(blank)];
}

function inRow(path: string, row: Row): string {
  const key = /^.*\[\]\.(.*)$/.exec(path)?.[1];
  return key === undefined ? pointerOf(path) : `${row.pointer}${pointerOf(key)}`;
}

/** A place that is blank: of a list that is blank itself, the list. */
function blankIn(path: string, root: JsonValue): readonly string[] {
  const [list = "", key] = path.split("[].");
  if (isBlank(root, pointerOf(list))) return [list];
  const items = valueAt(root, pointerOf(list));
  if (key === undefined || !Array.isArray(items)) return [];
  return items.some((_, index) => isBlank(root, `${pointerOf(list)}/${index}${pointerOf(key)}`))
    ? [path]
    : [];
}

/** A company may be named as it is written, and what is not present is not switched on. */
function isBlank(root: JsonValue, at: string): boolean {
  if (at.endsWith("/enabled") && valueAt(root, at.replace(/enabled$/, "present")) === false) return false;
  return [at, `${at}_as_written`].every((place) => isBlankAt(root, place));
}
