import type { Row, SubjectName } from "../model/row.ts";
import { createRow, type RowSource } from "./create-row.ts";
import type { FactBase } from "./fact-base.ts";
import { follow, items, type Place } from "./place.ts";
import { numbered, uniqueKeys } from "./unique-keys.ts";
import { subjectTexts } from "./value-texts.ts";

/** How the rows of a list are made from its items. */
export interface ListShape {
  readonly subject: SubjectName;
  readonly path: string;
  /** What names an item, for its key and title; `undefined` where nothing does. */
  nameOf(item: Place): string | undefined;
  /** Whether something else says that there is an item, so that an empty list is as good as blank. */
  readonly isExpected?: () => boolean;
  readonly derive?: (item: Place) => RowSource["derive"];
  readonly scopes?: (item: Place) => RowSource["scopes"];
}

/** One row for each item of a list, and one blank row where the list is blank or an item is expected and none is there. */
export function listRows({ view, system }: FactBase, shape: ListShape): readonly Row[] {
  const list = follow(view.root, shape.path);
  const written = items(list);
  const places = written?.length === 0 && shape.isExpected?.() === true ? undefined : written;
  const rows = places ?? [{ value: undefined, at: list.at }];
  const keys = uniqueKeys(rows.map((place) => shape.nameOf(place) ?? shape.subject));
  return rows.map((place, index) => {
    const key = keys[index] ?? shape.subject;
    const derive = shape.derive?.(place);
    const row: Row = createRow({
      view,
      subject: shape.subject,
      key,
      title: shape.nameOf(place) === undefined ? numbered(subjectTexts(shape.subject), key) : key,
      pointer: place.at,
      written: places !== undefined,
      place,
      ...(derive !== undefined && { derive }),
      scopes: { system, [shape.subject]: () => row, ...shape.scopes?.(place) },
    });
    return row;
  });
}
