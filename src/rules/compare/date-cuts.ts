import { addDuration } from "../../model/time/add-duration.ts";
import { dayNumber } from "../../model/time/day-number.ts";
import type { Duration, FactValue } from "../../model/value.ts";
import type { Operator } from "../operators.ts";
import type { Fact } from "../vocabulary.ts";
import type { ComparisonAtom, Right } from "./atoms.ts";
import { daysMoved } from "./days-moved.ts";

/** A span of months by which a date is moved before it is compared: so many days, depending on the date. */
export interface MonthShift {
  /** Number of the date that is moved. */
  readonly of: number;
  /** Signed: less than zero where the date is moved back. */
  readonly months: number;
  /** The differences of i and j at which the answer depends on how long the months are. */
  readonly least: number;
  readonly most: number;
}

/** The differences of date i and date j (0: the day itself) above which a comparison changes its answer. */
export interface Cuts {
  readonly i: number;
  readonly j: number;
  /** Ascending, each once. */
  readonly at: readonly number[];
  readonly shifts: readonly MonthShift[];
}

/** Where the comparisons of some dates, numbered from 1 in the order of `facts`, change their answers. */
export function cutsOf(
  facts: readonly Fact[],
  atoms: readonly ComparisonAtom[],
  today: string,
): readonly Cuts[] {
  const found = new Map<string, { i: number; j: number; at: Set<number>; shifts: MonthShift[] }>();
  const number = (fact: Fact) =>
    fact.subject === undefined ? 0 : facts.findIndex(({ name }) => name === fact.name) + 1;
  for (const { fact, operator, right } of atoms) {
    if (right === undefined) continue;
    const left = number(fact);
    const other = right.kind === "fact" ? number(right.fact) : 0;
    const [i, j] = left > other ? [left, other] : [other, left];
    const key = `${i} ${j}`;
    const cuts = found.get(key) ?? { i, j, at: new Set<number>(), shifts: [] };
    found.set(key, cuts);
    const origin = left === 0 ? dayNumber(today) : 0;
    // What is said of i less j is said of j less i the other way round.
    for (const limit of limitsOf(operator, right, today)) {
      cuts.at.add(left === i ? limit - origin : origin - limit - 1);
    }
    const months = left === 0 || right.kind === "value" ? undefined : monthsOf(right);
    if (months !== undefined) {
      const { least, most } = daysMoved(months.by, months.sign);
      const bounds = left === i ? { least, most } : { least: -most, most: -least };
      cuts.shifts.push({ of: other, months: months.sign * months.by.months, ...bounds });
    }
  }
  return [...found.values()].map((cuts) => ({ ...cuts, at: [...cuts.at].sort((a, b) => a - b) }));
}

/** The differences of the left date and the right one, or the day itself, up to which an answer holds. */
function limitsOf(operator: Operator, right: Right, today: string): readonly number[] {
  if (right.kind === "fact") {
    if (right.by === undefined) return around(operator, 0, 0);
    if (!isDuration(right.by)) return [];
    const { least, most } = daysMoved(right.by, right.sign);
    return around(operator, least, most);
  }
  const { value } = right;
  if (operator === "in_last" || operator === "in_next") {
    if (!isDuration(value)) return [];
    const now = dayNumber(today);
    const edge = addDuration(today, value, operator === "in_last" ? -1 : 1);
    if (operator === "in_last") return [...(edge === undefined ? [] : [dayNumber(edge) - 1]), now];
    return [now - 1, ...(edge === undefined ? [] : [dayNumber(edge)])];
  }
  return typeof value === "string" ? around(operator, dayNumber(value), dayNumber(value)) : [];
}

function around(operator: Operator, least: number, most: number): readonly number[] {
  const low = operator === "on_or_before" || operator === "after" ? 0 : -1;
  const high = operator === "before" || operator === "on_or_after" ? -1 : 0;
  return Array.from({ length: most + high - (least + low) + 1 }, (_, index) => least + low + index);
}

function monthsOf(right: Right): { readonly by: Duration; readonly sign: 1 | -1 } | undefined {
  if (right.kind === "value" || !isDuration(right.by) || right.by.months === 0) return undefined;
  return { by: right.by, sign: right.sign };
}

function isDuration(value: FactValue | undefined): value is Duration {
  return typeof value === "object" && "months" in value;
}
