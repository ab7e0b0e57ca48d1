import type { Cell } from "../model/row.ts";
import { addDuration } from "../model/time/add-duration.ts";
import type { Turn } from "../model/turn.ts";
import { type Duration, type FactValue, NONE, type Truth, UNKNOWN } from "../model/value.ts";

/** What a cell may carry beside its value. */
export type CellDetail = Pick<Cell, "path" | "related" | "elsewhere" | "dates">;

/** A cell with a value; an unknown value counts as not stated. */
export function known(value: FactValue | undefined, at: string, detail: CellDetail = {}): Cell {
  return value === undefined || value === UNKNOWN ? blank(at) : { value, at, stated: true, ...detail };
}

/** A cell that is arrived at otherwise from other days on. */
export function turning(cell: Cell, dates: readonly Turn[]): Cell {
  return dates.length === 0 ? cell : { ...cell, dates: [...(cell.dates ?? []), ...dates] };
}

/** The cell of a day counted from the date of the run. */
export function countedFromToday(today: string, fromToday: Duration, at: string): Cell {
  const value = addDuration(today, fromToday, 1);
  return value === undefined ? blank(at) : { value, at, stated: true, fromToday };
}

/** The cell of a place where something is stated that leaves the fact open. */
export function unsettled(at: string, detail: CellDetail = {}): Cell {
  return { value: UNKNOWN, at, stated: true, ...detail };
}

/** The cell of a blank place. */
export function blank(at: string): Cell {
  return { value: UNKNOWN, at, stated: false };
}

/** The cell of a yes or no. */
export function decided(truth: Truth, at: string, detail: CellDetail = {}): Cell {
  return known(truth, at, detail);
}

/** The cell of a date as it is read from a manifest: a day, the word `none`, or blank. */
export function dated(date: string | undefined, at: string): Cell {
  return known(date === "none" ? NONE : date, at);
}

/** The cell of a set whose members are each decided; one undecided member makes the set unknown. */
export function setOf(members: Readonly<Record<string, Truth>>, at: string, detail: CellDetail = {}): Cell {
  const names = new Set<string>();
  for (const [name, truth] of Object.entries(members)) {
    if (truth === undefined) return blank(at);
    if (truth) names.add(name);
  }
  return known(names.size === 0 ? NONE : names, at, detail);
}
