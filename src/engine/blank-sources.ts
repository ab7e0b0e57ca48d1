import type { Document, JsonValue } from "../model/document.ts";
import { vocabulary } from "../model/generated/vocabulary-value.ts";
import type { Row } from "../model/row.ts";
import { valueAt } from "./value-at.ts";

/**
 * Of a fact that follows from several places of a manifest, those that are blank at a row; `undefined` for a fact
 * that follows from one place, and where none of them is blank.
 */
export function blankSources(
  fact: string,
  row: Row,
  document: Document<unknown>,
): readonly string[] | undefined {
  const sources = vocabulary.facts[fact]?.sources ?? [];
  const blank = sources.filter((path) => {
    const inRow = /^.*\[\]\.(.*)$/.exec(path)?.[1];
    const pointer = inRow === undefined ? `/${path.replaceAll(".", "/")}` : `${row.pointer}/${inRow}`;
    return [pointer, `${pointer}_as_written`].every((at) => {
      const written = valueAt(document.value as JsonValue, at);
      return written === undefined || written === null;
    });
  });
  return blank.length === 0 ? undefined : blank;
}
