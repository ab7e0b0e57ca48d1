import type { Document } from "../model/document.ts";
import type { Row } from "../model/row.ts";
import { createRow, type RowSource } from "./create-row.ts";
import { type FactsContext, viewOf } from "./manifest-view.ts";
import { rootOf } from "./place.ts";

/** What a row of a file of its own is called, and its derived facts; its declared facts are read from the root of the file. */
export type DocumentRowSource = Pick<RowSource, "subject" | "key" | "title" | "derive" | "turns">;

/** The row of a whole file that is no manifest. */
export function documentRow(
  document: Document<unknown>,
  source: DocumentRowSource,
  context: FactsContext,
): Row {
  const place = rootOf(document);
  const row: Row = createRow({
    ...source,
    view: viewOf(place, context),
    pointer: "",
    written: true,
    place,
    scopes: { [source.subject]: () => row },
  });
  return row;
}
