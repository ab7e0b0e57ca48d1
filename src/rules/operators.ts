import type { FactType } from "./vocabulary.ts";

/** Every operator of the language, in the order of `design/rules.md`. */
export const OPERATORS = [
  "is",
  "is_not",
  "one_of",
  "none_of",
  "at_most",
  "at_least",
  "less_than",
  "more_than",
  "before",
  "after",
  "on_or_before",
  "on_or_after",
  "in_last",
  "in_next",
  "contains",
  "contains_any",
  "contains_all",
  "contains_none",
  "contains_only",
  "present",
  "stated",
] as const;

export type Operator = (typeof OPERATORS)[number];

const EQUALITY: readonly Operator[] = ["is", "is_not"];
const WRITTEN: readonly Operator[] = ["present", "stated"];
const MEMBERSHIP: readonly Operator[] = ["one_of", "none_of"];
const SIZE: readonly Operator[] = ["at_most", "at_least", "less_than", "more_than"];
const DATE: readonly Operator[] = ["before", "after", "on_or_before", "on_or_after", "in_last", "in_next"];
const SET: readonly Operator[] = [
  "contains",
  "contains_any",
  "contains_all",
  "contains_none",
  "contains_only",
];

const BY_TYPE: Readonly<Record<FactType, readonly Operator[]>> = {
  boolean: [...EQUALITY, ...WRITTEN],
  integer: [...EQUALITY, ...SIZE, ...WRITTEN],
  number: [...EQUALITY, ...SIZE, ...WRITTEN],
  duration: [...EQUALITY, ...SIZE, ...WRITTEN],
  date: [...EQUALITY, ...DATE, ...WRITTEN],
  enum: [...EQUALITY, ...MEMBERSHIP, ...WRITTEN],
  country: [...EQUALITY, ...MEMBERSHIP, ...WRITTEN],
  ordered: [...EQUALITY, ...MEMBERSHIP, ...SIZE, ...WRITTEN],
  set: [...EQUALITY, ...SET, ...WRITTEN],
  text: [...EQUALITY, ...WRITTEN],
};

/** The operators a type has. */
export function operatorsOf(type: FactType): readonly Operator[] {
  return BY_TYPE[type];
}

/** A value of the fact's type, one of its values, several of them, a duration, or nothing. */
export type OperandKind = "same" | "element" | "elements" | "duration" | "nothing";

/** What stands on the right of an operator. */
export function operandKind(operator: Operator): OperandKind {
  if (operator === "present" || operator === "stated") return "nothing";
  if (operator === "in_last" || operator === "in_next") return "duration";
  if (operator === "contains") return "element";
  return operator === "one_of" || operator === "none_of" || operator.startsWith("contains_")
    ? "elements"
    : "same";
}
