import { daysOfMonths } from "../../model/time/days-of-months.ts";
import { type Duration, type FactValue, NONE, UNKNOWN } from "../../model/value.ts";
import type { Fact } from "../vocabulary.ts";
import type { ComparisonAtom } from "./atoms.ts";
import { COUNTRIES } from "./set-terms.ts";

/** Values of one fact that between them answer its comparisons in every way they can be answered. */
export interface Candidates {
  readonly values: readonly FactValue[];
  /** False where the list may lack a case. */
  readonly complete: boolean;
}

const DAY = 86_400;

/**
 * The values to try of a fact other than a date: each constant it is compared with, its neighbours, what
 * lies between and beyond, `none` and blank. `apart` is how many different values must fit between two
 * constants: one for a fact alone, one each for facts compared with each other.
 */
export function candidateValues(fact: Fact, atoms: readonly ComparisonAtom[], apart: number): Candidates {
  const constants = atoms.flatMap(({ right, fact: left }): readonly FactValue[] =>
    left.name === fact.name && right?.kind === "value" ? [right.value] : [],
  );
  const known = knownValues(fact, constants, apart);
  const none: readonly FactValue[] = fact.none && fact.type !== "set" ? [NONE] : [];
  return { values: [...known.values, ...none, UNKNOWN], complete: known.complete };
}

function knownValues(fact: Fact, constants: readonly FactValue[], apart: number): Candidates {
  const complete = true;
  switch (fact.type) {
    case "boolean":
      return { values: [true, false], complete };
    case "enum":
    case "ordered":
    case "country":
      return { values: listedValues(fact, constants.flatMap(members), apart), complete };
    case "text":
      return {
        values: [...constants.flatMap(members), ...fresh("text", apart, constants.flatMap(members))],
        complete,
      };
    case "integer":
    case "number": {
      const points = aroundNumbers(
        fact,
        constants.filter((value) => typeof value === "number"),
        apart,
      );
      return fact.range
        ? { values: [...points, ...ranges(points)], complete: apart === 1 }
        : { values: points, complete };
    }
    case "duration":
      return { values: aroundDurations(constants.filter(isDuration), apart), complete: apart === 1 };
    case "set":
      // What it contains is asked of each member; of the set only whether it is stated.
      return { values: [NONE], complete };
    case "date":
      throw new Error("dates have regions of their own");
  }
}

function members(value: FactValue): readonly string[] {
  if (value instanceof Set) return [...value].filter((item) => item !== "none");
  return typeof value === "string" && value !== "none" ? [value] : [];
}

function isDuration(value: FactValue): value is Duration {
  return typeof value === "object" && "months" in value;
}

/** A closed list whole; of an open one the values in question and as many others as can matter. */
function listedValues(fact: Fact, constants: readonly string[], apart: number): readonly string[] {
  const listed = [...new Set([...fact.values, ...constants])];
  if (fact.open === "no") return listed;
  const others =
    fact.open === "countries"
      ? COUNTRIES.filter((code) => !listed.includes(code)).slice(0, apart)
      : fresh("other", apart, listed);
  return [...listed, ...others];
}

function fresh(word: string, count: number, taken: readonly string[]): readonly string[] {
  return Array.from({ length: count + taken.length }, (_, index) =>
    index === 0 ? word : `${word}_${index + 1}`,
  )
    .filter((text) => !taken.includes(text))
    .slice(0, count);
}

/** Nothing the vocabulary counts or measures is below zero; a share known within bounds is at most a hundred. */
function aroundNumbers(fact: Fact, constants: readonly number[], apart: number): readonly number[] {
  const most = fact.range && fact.unit === "percent" ? 100 : Number.POSITIVE_INFINITY;
  const sorted = [...new Set([0, ...constants.filter((value) => value >= 0)])].sort((a, b) => a - b);
  const points = new Set(sorted);
  for (const [index, low] of sorted.entries()) {
    const high = sorted[index + 1];
    for (let step = 1; step <= apart; step += 1) {
      if (fact.type === "integer") {
        const next = Math.floor(low) + step;
        if (high === undefined || next < high) points.add(next);
      } else points.add(high === undefined ? Math.floor(low) + step : between(low, high, step, apart));
    }
  }
  return [...points].filter((value) => value <= most && (fact.type === "number" || Number.isInteger(value)));
}

/** The `step`th of `apart` numbers between two, a whole one where that is as good. */
function between(low: number, high: number, step: number, apart: number): number {
  const exact = low + ((high - low) * step) / (apart + 1);
  const whole = Math.round(exact);
  return apart === 1 && whole > low && whole < high ? whole : exact;
}

/** Every stretch from one point to another: what a number known only within bounds can span. */
function ranges(points: readonly number[]): readonly FactValue[] {
  const sorted = [...points].sort((a, b) => a - b);
  return sorted.flatMap((min, index) => sorted.slice(index + 1).map((max) => ({ min, max })));
}

/**
 * Durations of every number of months that can matter, each with the seconds at which a comparison
 * changes its answer. Whole days come first, so that an example reads like one a person wrote.
 */
function aroundDurations(constants: readonly Duration[], apart: number): readonly Duration[] {
  const most = Math.max(
    0,
    ...constants.map(({ months, seconds }) => months + Math.ceil(seconds / (28 * DAY)) + 1),
  );
  const found: Duration[] = [];
  for (let months = 0; months <= most; months += 1) {
    const limits = new Set([0]);
    for (const limit of constants) {
      const span = daysOfMonths(Math.abs(limit.months - months));
      const sign = limit.months >= months ? 1 : -1;
      for (const days of [span.min, span.max]) limits.add(limit.seconds + sign * days * DAY);
    }
    const sorted = [...limits].filter((value) => value >= 0).sort((a, b) => a - b);
    for (const [index, low] of sorted.entries()) {
      const high = sorted[index + 1];
      found.push({ months, seconds: low });
      for (let step = 1; step <= apart; step += 1) {
        const seconds = secondsBetween(low, high, step, apart);
        if (seconds !== undefined) found.push({ months, seconds });
      }
    }
  }
  return found;
}

/** A duration after one limit and before the next, in whole days or hours where they fit. */
function secondsBetween(
  low: number,
  high: number | undefined,
  step: number,
  apart: number,
): number | undefined {
  if (high === undefined) return (Math.floor(low / DAY) + step) * DAY;
  for (const unit of [DAY, 3600, 60, 1]) {
    const first = (Math.floor(low / unit) + 1) * unit;
    const count = Math.ceil((high - first) / unit);
    if (count >= apart) return first + Math.floor((count * (2 * step - 1)) / (2 * apart)) * unit;
  }
  const next = low + step;
  return next < high ? next : undefined;
}
