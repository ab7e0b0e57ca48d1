import type { Cell, NestedSubject, Row, SubjectName } from "../model/row.ts";
import type { Turn } from "../model/turn.ts";
import { blank, known } from "./cells.ts";
import { DECLARED_FACTS } from "./declared-facts.ts";
import type { ManifestView } from "./manifest-view.ts";
import { onceDone } from "./once-done.ts";
import { parseValue } from "./parse-value.ts";
import { follow, type Place } from "./place.ts";

type AnySubject = SubjectName | NestedSubject;

/** What a row is made of. Facts not derived are read from the vocabulary's paths. */
export interface RowSource extends Pick<Row, "subject" | "key" | "title" | "pointer" | "written"> {
  readonly view: ManifestView;
  /** Where the row's own paths start; blank for a row that is not written. */
  readonly place: Place;
  /** Derived facts by full name; they go before the vocabulary's path. */
  readonly derive?: Readonly<Record<string, () => Cell>>;
  /** Derived facts that rest on the view and the row's place alone, by full name. */
  readonly facts?: Readonly<Record<string, (view: ManifestView, place: Place) => Cell>>;
  readonly scopes?: Readonly<Partial<Record<AnySubject, () => Row | undefined>>>;
  readonly nested?: Readonly<Partial<Record<NestedSubject, () => readonly Row[]>>>;
  readonly turns?: () => readonly Turn[];
}

/** A row that computes each cell at most once. Asking for a fact of another subject is a bug and throws. */
export function createRow(source: RowSource): Row {
  const cells = new Map<string, Cell>();
  const { subject, key, title, pointer, written } = source;
  return {
    subject,
    key,
    title,
    pointer,
    written,
    cell(fact) {
      const kept = cells.get(fact);
      if (kept !== undefined) return kept;
      const cell = compute(source, fact);
      cells.set(fact, cell);
      return cell;
    },
    scope: (wanted) => source.scopes?.[wanted]?.(),
    nested: (wanted) => source.nested?.[wanted]?.() ?? [],
    ...(source.turns !== undefined && { turns: source.turns }),
  };
}

function compute({ subject, view, place, derive, facts }: RowSource, fact: string): Cell {
  if (fact === "today") return known(view.asOf, "");
  const derived = derive?.[fact];
  if (derived !== undefined) return derived();
  const seen = facts?.[fact];
  if (seen !== undefined) return seen(view, place);
  const declared = DECLARED_FACTS.get(fact);
  if (declared === undefined || declared.subject !== subject || declared.source === "derived") {
    throw new Error(`no fact ${fact} at a row of ${subject}`);
  }
  const { from, path } = declared.source;
  const found = follow(from === "row" ? place : view.root, path);
  if (found.value === undefined) return blank(found.at);
  const cell = known(parseValue(found.value, declared), found.at);
  return declared.done ? onceDone(cell, view.asOf) : cell;
}
