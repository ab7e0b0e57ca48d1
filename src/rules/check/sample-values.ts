import { addDuration } from "../../model/time/add-duration.ts";
import { type Duration, type FactValue, NONE } from "../../model/value.ts";
import type { Fact } from "../vocabulary.ts";
import type { FixedTest } from "./check-list.ts";

/** A value beyond every list. */
const OTHER = "\u0000";

/**
 * Values of a fact that between them answer comparisons with fixed values in every way they can be
 * answered: each constant, its neighbours, and what lies beyond all of them. Empty where no such list exists.
 */
export function sampleValues(fact: Fact, tests: readonly FixedTest[]): readonly FactValue[] {
  const none: readonly FactValue[] = fact.none ? [NONE] : [];
  const constants = tests.map((test) => test.operand);
  switch (fact.type) {
    case "boolean":
      return [true, false, ...none];
    case "enum":
    case "ordered":
    case "country":
      return [...fact.values, ...constants.flatMap(members), ...(fact.open === "no" ? [] : [OTHER]), ...none];
    case "text":
      return [...constants.flatMap(members), OTHER, ...none];
    case "integer":
    case "number":
      return [
        ...aroundNumbers(constants.filter((value) => typeof value === "number")).filter(
          (value) => fact.type === "number" || Number.isInteger(value),
        ),
        ...none,
      ];
    case "date":
      return [
        "2000-01-01",
        ...constants.filter((value) => typeof value === "string").flatMap(aroundDate),
        ...none,
      ];
    case "duration": {
      const around = aroundDurations(constants.filter(isDuration));
      return around.length === 0 ? [] : [...around, ...none];
    }
    case "set":
      return setSamples(fact, tests);
  }
}

function members(value: FactValue): readonly string[] {
  if (value instanceof Set) return [...value].filter((item) => item !== "none");
  return typeof value === "string" ? [value] : [];
}

function aroundNumbers(constants: readonly number[]): readonly number[] {
  const sorted = [...new Set([0, ...constants])].sort((a, b) => a - b);
  const between = sorted.slice(1).map((value, index) => (value + (sorted[index] ?? value)) / 2);
  return [...sorted.flatMap((value) => [value - 1, value, value + 1]), ...between];
}

function aroundDate(date: string): readonly string[] {
  const day = { months: 0, seconds: 86_400 };
  return [addDuration(date, day, -1), date, addDuration(date, day, 1)].filter((moved) => moved !== undefined);
}

function isDuration(value: FactValue): value is Duration {
  return typeof value === "object" && "months" in value;
}

/** Only where all are months or all are seconds; months set against days have no exact neighbours. */
function aroundDurations(constants: readonly Duration[]): readonly Duration[] {
  const unit = constants.every(({ months }) => months === 0)
    ? "seconds"
    : constants.every(({ seconds }) => seconds === 0)
      ? "months"
      : undefined;
  if (unit === undefined) return [];
  return [...constants, { months: 0, seconds: 0 }]
    .flatMap((value) => [-1, 0, 1].map((step) => ({ months: 0, seconds: 0, [unit]: value[unit] + step })))
    .filter((value) => value.months >= 0 && value.seconds >= 0);
}

/** The empty set, every value, and the largest set that the limits from above leave. */
function setSamples(fact: Fact, tests: readonly FixedTest[]): readonly FactValue[] {
  const named = tests.flatMap((test) => members(test.operand));
  const every = new Set([...fact.values, ...named, ...(fact.open === "no" ? [] : [OTHER])]);
  const largest = new Set(every);
  for (const { operator, operand } of tests) {
    const listed = new Set(members(operand));
    for (const item of every) {
      const excluded =
        operator === "contains_none" ? listed.has(item) : operator === "contains_only" && !listed.has(item);
      if (excluded) largest.delete(item);
    }
  }
  return [NONE, every, largest.size === 0 ? NONE : largest];
}
