import type { Cell, Row } from "../../model/row.ts";
import { addDuration } from "../../model/time/add-duration.ts";
import type { Turn } from "../../model/turn.ts";
import { type FactValue, NONE, UNKNOWN } from "../../model/value.ts";
import type { Fact } from "../vocabulary.ts";

/** A cell with the row it stands in and its value in one form: `none` and `[]` are `NONE`. */
export interface FoundCell {
  readonly row: Row;
  readonly cell: Cell;
  readonly value: FactValue;
}

/** Finds the cell of a fact from a row that has it in scope; blank where the row belongs to no such row. */
export type FindCell = (fact: Fact, row: Row) => FoundCell;

/** `FindCell` for a run on one date, which answers `today`. */
export function cellFinder(today: string): FindCell {
  const todayCell: Cell = { value: today, at: "", stated: true };
  return (fact, row) => {
    if (fact.subject === undefined) return { row, cell: todayCell, value: today };
    const owner = rowOf(fact.subject, row);
    if (owner === undefined) {
      return { row, cell: { value: UNKNOWN, at: row.pointer, stated: false }, value: UNKNOWN };
    }
    const cell = owner.cell(fact.name);
    return { row: owner, cell, value: normalise(cell.value, fact.none) };
  };
}

/** The value alone that `cellFinder` finds for a fact: what a test asks, many times over. */
export function valueReader({ subject, name, none }: Fact, today: string): (row: Row) => FactValue {
  if (subject === undefined) return () => today;
  return (row) => {
    const owner = row.subject === subject ? row : row.scope(subject);
    return owner === undefined ? UNKNOWN : normalise(owner.cell(name).value, none);
  };
}

/** Whether a fact has another value on every day: `today` itself, and a cell counted from it. */
export function movesDaily(fact: Fact, { cell }: FoundCell): boolean {
  return fact.subject === undefined || cell.fromToday !== undefined;
}

/** The value a cell will have on a day if nothing but the day changes. */
export function valueOn(day: string, fact: Fact, { cell, value }: FoundCell): FactValue {
  if (fact.subject === undefined) return day;
  return cell.fromToday === undefined ? value : (addDuration(day, cell.fromToday, 1) ?? UNKNOWN);
}

/** The days on which the row of a cell comes or goes, or what is recorded beside it changes. */
export function turnsBeside({ row }: Pick<FoundCell, "row">): readonly Turn[] {
  return row.turns?.() ?? [];
}

/** The row of a subject as seen from a row: itself, or the one it belongs to. */
export function rowOf(subject: Row["subject"], row: Row): Row | undefined {
  return row.subject === subject ? row : row.scope(subject);
}

function normalise(value: FactValue, none: boolean): FactValue {
  if (typeof value !== "object") return value === "none" && none ? NONE : value;
  if (!(value instanceof Set)) return value;
  return value.size === 0 || (value.size === 1 && value.has("none")) ? NONE : value;
}
