import { type Texts, textIn, textsOf } from "../../model/language.ts";
import type { Row } from "../../model/row.ts";
import { addDuration } from "../../model/time/add-duration.ts";
import { dayNumber, dayOfNumber } from "../../model/time/day-number.ts";
import type { Turn } from "../../model/turn.ts";
import type { Duration, FactValue } from "../../model/value.ts";
import { comparison } from "../compare-values.ts";
import type { Comparison, Operand } from "../form.ts";
import { agreed } from "../truth.ts";
import type { CompiledOperand } from "./compile-operand.ts";
import { type FoundCell, movesDaily, valueOn } from "./read-fact.ts";

/** Days around an expected one on which months of other lengths may make it turn instead. */
const AROUND = 5;

interface Compared {
  readonly comparison: Comparison;
  readonly written: Operand;
  readonly operand: CompiledOperand;
  readonly found: FoundCell;
  readonly row: Row;
  readonly asOf: string;
}

/**
 * The days on which a comparison comes out otherwise because a day that stands still is passed by one that is
 * counted from today: an age that runs out, a deadline, the start of something announced.
 */
export function passingTurns(compared: Compared): readonly Turn[] {
  const { comparison: written, operand, found, row } = compared;
  const { fact, operator } = written;
  const holds = (day: string) => {
    const compare = comparison(operator, fact, day);
    const value = valueOn(day, fact, found);
    return agreed(operand.valuesOn(day, row).map((other) => compare(value, other)));
  };
  const days = new Set(anchorsOf(compared).flatMap(around));
  return [...days].sort().flatMap((on) => {
    const eve = moved(on, -1);
    if (eve === undefined || holds(eve) === holds(on)) return [];
    const { day, label } = fixedSide(compared);
    const near = day !== undefined && Math.abs(dayNumber(on) - dayNumber(day)) <= 1;
    const what = day === undefined ? label : withDay(label, day);
    return [{ on, reason: near ? "day" : "age", begins: holds(on) === true, what }];
  });
}

/** Where, months being as long as they are now, the day that stands still is passed. */
function anchorsOf({ comparison: { fact, operator }, operand, found, row, asOf }: Compared): string[] {
  if (fact.type !== "date") return [];
  const daily = movesDaily(fact, found);
  const others = operand.values(row);
  const apart = (one: FactValue, other: FactValue) =>
    isDay(one) && isDay(other) ? (moved(asOf, dayNumber(one) - dayNumber(other)) ?? []) : [];
  if (operator === "in_last" || operator === "in_next") {
    if (daily || !isDay(found.value)) return [];
    const edges = others.map((span) => edgeOf(asOf, span, operator === "in_last" ? -1 : 1));
    return [found.value, ...edges.flatMap((edge) => (edge === undefined ? [] : apart(found.value, edge)))];
  }
  if (daily === operand.movesDaily(row)) return [];
  return others.flatMap((other) => (daily ? apart(other, found.value) : apart(found.value, other)));
}

function edgeOf(asOf: string, span: FactValue, sign: 1 | -1): string | undefined {
  return typeof span === "object" && "months" in span
    ? addDuration(asOf, span satisfies Duration, sign)
    : undefined;
}

/** The day that stands still, where a file states it, and what it is called. */
function fixedSide({ comparison: { fact }, written, found, operand, row }: Compared): {
  readonly day: string | undefined;
  readonly label: Texts;
} {
  const own = movesDaily(fact, found) ? undefined : found.value;
  if (own !== undefined) return { day: isDay(own) ? own : undefined, label: fact.label };
  if (written.kind === "parameter") return { day: undefined, label: written.parameter.title };
  const [other] = operand.values(row);
  const shifted = written.kind === "fact" && written.shift !== undefined;
  return {
    day: isDay(other) && !shifted ? other : undefined,
    label: written.kind === "fact" ? written.fact.label : fact.label,
  };
}

function withDay(label: Texts, day: string): Texts {
  return textsOf((language) => `${textIn(label, language)}, ${day}`);
}

function around(day: string): readonly string[] {
  const offsets = Array.from({ length: 2 * AROUND + 1 }, (_, index) => index - AROUND);
  return offsets.flatMap((offset) => moved(day, offset) ?? []);
}

function moved(day: string, days: number): string | undefined {
  return dayOfNumber(dayNumber(day) + days);
}

function isDay(value: FactValue | undefined): value is string {
  return typeof value === "string";
}
