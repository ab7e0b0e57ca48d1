import { addDuration } from "../model/time/add-duration.ts";
import { daysOfMonths } from "../model/time/days-of-months.ts";
import {
  type Duration,
  type FactValue,
  NONE,
  type NumberRange,
  type Truth,
  UNKNOWN,
} from "../model/value.ts";
import type { Operator } from "./operators.ts";
import { negate } from "./truth.ts";
import type { Fact } from "./vocabulary.ts";

export type Compare = (value: FactValue, operand: FactValue) => Truth;

/**
 * The comparison an operator makes of values of a fact, on a date. Both sides may be unknown or `none`;
 * over a range the answer is true or false only if it is so for every value in it.
 */
export function comparison(operator: Operator, fact: Fact, today: string): Compare {
  switch (operator) {
    case "is":
      return equality(fact);
    case "is_not":
      return opposite(equality(fact));
    case "one_of":
      return isOneOf;
    case "none_of":
      return opposite(isOneOf);
    case "at_most":
      return bySize(fact, (least, most) => (most <= 0 ? true : least > 0 ? false : undefined));
    case "at_least":
      return bySize(fact, (least, most) => (least >= 0 ? true : most < 0 ? false : undefined));
    case "less_than":
      return bySize(fact, (least, most) => (most < 0 ? true : least >= 0 ? false : undefined));
    case "more_than":
      return bySize(fact, (least, most) => (least > 0 ? true : most <= 0 ? false : undefined));
    case "before":
      return byDate((date, other) => date < other);
    case "after":
      return byDate((date, other) => date > other);
    case "on_or_before":
      return byDate((date, other) => date <= other);
    case "on_or_after":
      return byDate((date, other) => date >= other);
    case "in_last":
      return byWindow((date, span) => within(date, addDuration(today, span, -1), today));
    case "in_next":
      return byWindow((date, span) => within(date, today, addDuration(today, span, 1)));
    case "contains":
    case "contains_any":
      return bySet((set, asked) => some(asked, set), { emptySet: false, emptyAsked: false });
    case "contains_all":
      return bySet((set, asked) => every(asked, set), { emptySet: undefined, emptyAsked: true });
    case "contains_none":
      return bySet((set, asked) => !some(asked, set), { emptySet: true, emptyAsked: true });
    case "contains_only":
      return bySet((set, asked) => every(set, asked), { emptySet: true, emptyAsked: undefined });
    case "present":
    case "stated":
      throw new Error(`${operator} compares nothing`);
  }
}

function opposite(compare: Compare): Compare {
  return (value, operand) => negate(compare(value, operand));
}

function equality(fact: Fact): Compare {
  if (fact.type !== "number" && fact.type !== "integer" && fact.type !== "duration") {
    return (value, operand) => (value === UNKNOWN || operand === UNKNOWN ? undefined : value === operand);
  }
  return (value, operand) => {
    if (value === UNKNOWN || operand === UNKNOWN) return undefined;
    if (value === NONE || operand === NONE) return value === operand;
    const { min, max } = difference(fact, value, operand);
    if (min === 0 && max === 0) return true;
    return min > 0 || max < 0 ? false : undefined;
  };
}

const isOneOf: Compare = (value, operand) => {
  if (operand === NONE) return false;
  if (value === UNKNOWN || operand === UNKNOWN) return undefined;
  return asSet(operand).has(value === NONE ? "none" : String(value));
};

/** Every comparison of size with `none` is false, whatever the other side is. */
function bySize(fact: Fact, decide: (least: number, most: number) => Truth): Compare {
  return (value, operand) => {
    if (value === NONE || operand === NONE) return false;
    if (value === UNKNOWN || operand === UNKNOWN) return undefined;
    if (typeof value === "number" && typeof operand === "number") {
      return decide(value - operand, value - operand);
    }
    const { min, max } = difference(fact, value, operand);
    return decide(min, max);
  };
}

/** Bounds of the left side less the right side: of numbers, of seconds, of ranks. */
function difference(fact: Fact, left: FactValue, right: FactValue): NumberRange {
  if (fact.type === "ordered") {
    const rank = (value: FactValue) => fact.values.indexOf(String(value));
    return { min: rank(left) - rank(right), max: rank(left) - rank(right) };
  }
  if (fact.type === "duration") return durationDifference(asDuration(left), asDuration(right));
  const [a, b] = [asRange(left), asRange(right)];
  return { min: a.min - b.max, max: a.max - b.min };
}

/** Months that both sides have cancel out; the rest are as long as that many months can be. */
function durationDifference(left: Duration, right: Duration): NumberRange {
  const months = left.months - right.months;
  const seconds = left.seconds - right.seconds;
  if (months === 0) return { min: seconds, max: seconds };
  const days = daysOfMonths(Math.abs(months));
  return months > 0
    ? { min: days.min * 86_400 + seconds, max: days.max * 86_400 + seconds }
    : { min: seconds - days.max * 86_400, max: seconds - days.min * 86_400 };
}

function byDate(decide: (date: string, other: string) => boolean): Compare {
  return (value, operand) => {
    if (value === NONE || operand === NONE) return false;
    if (value === UNKNOWN || operand === UNKNOWN) return undefined;
    return decide(String(value), String(operand));
  };
}

function byWindow(decide: (date: string, span: Duration) => boolean): Compare {
  return (value, operand) => {
    if (value === NONE || operand === NONE) return false;
    if (value === UNKNOWN || operand === UNKNOWN) return undefined;
    return decide(String(value), asDuration(operand));
  };
}

/** A side outside the calendar is no limit. */
function within(date: string, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || date >= from) && (to === undefined || date <= to);
}

/** What an operator says of an empty set, and of an empty list asked about, holds whatever the other side is. */
function bySet(
  decide: (set: ReadonlySet<string>, asked: ReadonlySet<string>) => boolean,
  known: { readonly emptySet: Truth; readonly emptyAsked: Truth },
): Compare {
  return (value, operand) => {
    if (value === NONE && known.emptySet !== undefined) return known.emptySet;
    if (operand === NONE && known.emptyAsked !== undefined) return known.emptyAsked;
    if (value === UNKNOWN || operand === UNKNOWN) return undefined;
    return decide(asSet(value), asSet(operand));
  };
}

const EMPTY: ReadonlySet<string> = new Set();

function asSet(value: FactValue): ReadonlySet<string> {
  if (value instanceof Set) return value;
  return typeof value === "string" ? new Set([value]) : EMPTY;
}

function asRange(value: FactValue): NumberRange {
  if (typeof value === "number") return { min: value, max: value };
  if (typeof value === "object" && "min" in value) return value;
  throw new Error("a number was expected");
}

function asDuration(value: FactValue): Duration {
  if (typeof value === "object" && "months" in value) return value;
  throw new Error("a duration was expected");
}

function some(items: ReadonlySet<string>, set: ReadonlySet<string>): boolean {
  for (const item of items) if (set.has(item)) return true;
  return false;
}

function every(items: ReadonlySet<string>, set: ReadonlySet<string>): boolean {
  for (const item of items) if (!set.has(item)) return false;
  return true;
}
