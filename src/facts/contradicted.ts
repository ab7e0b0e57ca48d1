import type { Cell } from "../model/row.ts";
import { unsettled } from "./cells.ts";
import { FILE_STEPS } from "./file-steps.ts";
import type { Place } from "./place.ts";

/** The cell of a place that is stated and that other places of the manifest contradict, so that nobody knows which holds. */
export function contradicted(at: string, others: readonly Place[]): Cell {
  return unsettled(at, {
    path: others.map((other) => FILE_STEPS.saysOtherwise(nameOf(other))),
    related: others.map((other) => other.at),
  });
}

function nameOf({ at }: Place): string {
  return at
    .split("/")
    .filter((key) => !/^\d*$/.test(key))
    .join(".");
}
