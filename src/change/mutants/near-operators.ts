import type { Operator } from "../../rules/operators.ts";

const NEAR: Readonly<Record<Operator, readonly Operator[]>> = {
  is: ["is_not"],
  is_not: ["is"],
  one_of: ["none_of"],
  none_of: ["one_of"],
  at_most: ["less_than"],
  less_than: ["at_most"],
  at_least: ["more_than"],
  more_than: ["at_least"],
  before: ["on_or_before"],
  on_or_before: ["before"],
  after: ["on_or_after"],
  on_or_after: ["after"],
  // The limit of a window is moved instead; a day more or less is what its end means.
  in_last: [],
  in_next: [],
  contains: ["contains_none", "contains_only"],
  contains_any: ["contains_all", "contains_none"],
  contains_all: ["contains_any", "contains_none"],
  contains_none: ["contains_any"],
  contains_only: ["contains_any", "contains_all"],
  present: ["stated"],
  stated: ["present"],
};

/** The operators that are easily written in place of one. */
export function nearOperators(operator: Operator): readonly Operator[] {
  return NEAR[operator];
}
