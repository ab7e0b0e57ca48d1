import type { Cell } from "../model/row.ts";
import { NONE } from "../model/value.ts";
import { turning } from "./cells.ts";
import { FILE_STEPS } from "./file-steps.ts";

/** The cell of a date on which something was done: `none` while that day lies ahead, since it is not done yet. */
export function onceDone(cell: Cell, asOf: string): Cell {
  const { value: on } = cell;
  if (typeof on !== "string" || on <= asOf) return cell;
  const name = `\`${cell.at.slice(cell.at.lastIndexOf("/") + 1)}\``;
  return turning({ ...cell, value: NONE, path: [FILE_STEPS.liesAhead(on)] }, [
    { on, reason: "day", begins: true, what: name },
  ]);
}
