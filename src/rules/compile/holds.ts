import type { Row } from "../../model/row.ts";
import type { Truth } from "../../model/value.ts";
import type { CompiledCondition } from "./compile-condition.ts";

/** What can be asked of a row. */
type Testable = Pick<CompiledCondition, "test">;

/** Whether all conditions hold at a row: `allTrue`, without a function made for each of the many times it is asked. */
export function allHold(conditions: readonly Testable[], row: Row): Truth {
  let truth: Truth = true;
  for (const condition of conditions) {
    const one = condition.test(row);
    if (one === false) return false;
    if (one === undefined) truth = undefined;
  }
  return truth;
}

/** Whether any condition holds at a row: `anyTrue`, likewise. */
export function anyHolds(conditions: readonly Testable[], row: Row): Truth {
  let truth: Truth = false;
  for (const condition of conditions) {
    const one = condition.test(row);
    if (one === true) return true;
    if (one === undefined) truth = undefined;
  }
  return truth;
}
