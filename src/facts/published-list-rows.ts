import type { Document } from "../model/document.ts";
import type { PublishedList, RegistryDocument } from "../model/generated/registry.ts";
import type { Cell, Row } from "../model/row.ts";
import type { SetRow, Surroundings } from "../model/surroundings.ts";
import type { Turn } from "../model/turn.ts";
import { NONE } from "../model/value.ts";
import { holdsOn } from "../registry/period.ts";
import { periodTurns } from "../registry/turns.ts";
import { blank, known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import { FILE_STEPS } from "./file-steps.ts";
import { type FactsContext, viewOf } from "./manifest-view.ts";
import { child, items, rootOf } from "./place.ts";

/** One row for each published list that has entries, is covered, holds on the date and is not superseded. */
export function publishedListRows(
  { registry: documents }: Surroundings,
  context: FactsContext,
): readonly SetRow[] {
  const used = new Set(documents.flatMap(({ value }) => value.listings?.map(({ list }) => list) ?? []));
  const met = new Set<string>();
  return documents.flatMap((document) =>
    (document.value.lists ?? []).flatMap((list, index) => {
      if (met.has(list.id) || !used.has(list.id) || !isInUse(list, context.asOf)) return [];
      met.add(list.id);
      return [
        { row: listRow(document, list, index, context), document, id: list.id, municipality: undefined },
      ];
    }),
  );
}

function isInUse({ coverage, superseded_by, from, to }: PublishedList, asOf: string): boolean {
  return coverage !== "none" && superseded_by === undefined && holdsOn(from, to, asOf) !== "no";
}

function listRow(
  document: Document<RegistryDocument>,
  list: PublishedList,
  index: number,
  context: FactsContext,
): Row {
  const root = rootOf(document);
  const place = items(child(root, "lists"))?.[index] ?? root;
  const row: Row = createRow({
    view: viewOf(root, context),
    subject: "list",
    key: list.id,
    title: list.id,
    pointer: place.at,
    written: true,
    place,
    derive: { "list.retrieved_on": () => retrievedOn(list, child(place, "retrieved_on").at, context.asOf) },
    scopes: { list: () => row },
    turns: () => periodTurns("list", list.id, list.from, list.to),
  });
  return row;
}

/** The newest reading by the date; unknown where all that are recorded came later, none where there never was one. */
function retrievedOn({ id, retrieved_on, read_before = [] }: PublishedList, at: string, asOf: string): Cell {
  const readings = [...read_before, ...(retrieved_on === null ? [] : [retrieved_on])].sort();
  const newest = readings.findLast((day) => day <= asOf);
  const next = readings.find((day) => day > asOf);
  const dates = [newest, next].flatMap((on): readonly Turn[] =>
    on === undefined ? [] : [{ on, reason: "list", begins: true, what: id }],
  );
  if (newest !== undefined) return known(newest, at, { dates });
  return readings.length === 0 ? known(NONE, at) : { ...blank(at), path: [FILE_STEPS.readLater()], dates };
}
