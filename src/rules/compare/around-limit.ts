import { addDuration } from "../../model/time/add-duration.ts";
import { isDate } from "../../model/time/is-date.ts";
import { type Duration, type FactValue, type Truth, UNKNOWN } from "../../model/value.ts";
import { move } from "../compile/compile-operand.ts";
import type { Operator } from "../operators.ts";

import type { LevelContext } from "./clause-level.ts";
import { keyValue, type Limit } from "./limits.ts";
import { neighbours } from "./neighbours.ts";
import type { Quantity, Way } from "./quantities.ts";
import { valueKey } from "./value-key.ts";

/** Where a value stands to a limit: next below it, at it, next above it; of dates, the day before, the day, the day after. */
export type Side = "under" | "at" | "over";

/** A value beside or at a limit, with what it and the facts it is compared with decide. */
export interface Placed {
  readonly side: Side;
  readonly value: FactValue;
  /** Whether the condition that sets the limit holds. */
  readonly holds: boolean;
  readonly bits: bigint;
  readonly way: Way;
}

/** On which sides of its limit an operator holds; of a window, of the edge away from today. */
const HOLDS: Readonly<Partial<Record<Operator, readonly Side[]>>> = {
  at_most: ["under", "at"],
  at_least: ["at", "over"],
  less_than: ["under"],
  more_than: ["over"],
  before: ["under"],
  after: ["over"],
  on_or_before: ["under", "at"],
  on_or_after: ["at", "over"],
  in_last: ["at", "over"],
  in_next: ["under", "at"],
};

const A_FEW_DAYS = { months: 0, seconds: 3 * 86_400 };

/** The values around a limit, once for each way the other facts that its fact is compared with can stand. */
export function aroundLimit(
  limit: Limit,
  quantities: readonly Quantity[],
  { atoms }: LevelContext,
): readonly (readonly Placed[])[] {
  const { fact, right, operator, row } = limit;
  const own = quantities.find(({ bits }) => (bits & atoms.bit(fact.name)) !== 0n);
  if (own === undefined) return [];
  const keys = [...row].map(([key, name]): [string, FactValue] => [key.name, keyValue(key, name)]);
  const seen = new Set<string>();
  return own.ways().list.flatMap(({ values }): readonly (readonly Placed[])[] => {
    const others = new Map<string, FactValue>([...values].filter(([name]) => name !== fact.name));
    return spread(others).flatMap((beside) => {
      const id = [...beside.values()].map(valueKey).join(" ");
      if (seen.has(id)) return [];
      seen.add(id);
      const placed = placedAround(beside);
      return new Set(placed.map(({ holds }) => holds)).size === 2 ? [placed] : [];
    });
  });

  function placedAround(beside: ReadonlyMap<string, FactValue>): readonly Placed[] {
    const at = limitValue(limit, beside, atoms.today);
    if (at === undefined) return [];
    const { under, over } = neighbours(fact, at);
    const entries: readonly (readonly [Side, FactValue | undefined])[] = [
      ["under", under],
      ["at", at],
      ["over", over],
    ];
    return entries.flatMap(([side, value]): readonly Placed[] => {
      if (value === undefined) return [];
      const fixed = new Map<string, FactValue>([...beside, ...keys]).set(fact.name, value);
      const holds = HOLDS[operator]?.includes(side) ?? false;
      return [{ side, value, holds, ...decidedBy(fixed, atoms) }];
    });
  }

  function limitValue(
    { right: to }: Limit,
    beside: ReadonlyMap<string, FactValue>,
    today: string,
  ): FactValue | undefined {
    const value = to.kind === "value" ? to.value : (beside.get(to.fact.name) ?? UNKNOWN);
    if (operator === "in_last" || operator === "in_next") {
      return isDuration(value) ? addDuration(today, value, operator === "in_last" ? -1 : 1) : undefined;
    }
    if (typeof value === "symbol") return undefined;
    if (right.kind === "value" || right.by === undefined) return value;
    const moved = move(value, right.by, right.sign);
    return typeof moved === "symbol" ? undefined : moved;
  }
}

/** Values as they are, and with their dates a little earlier and later, so that a limit can be passed without passing theirs. */
function spread(values: ReadonlyMap<string, FactValue>): readonly ReadonlyMap<string, FactValue>[] {
  const move = (sign: 1 | -1) =>
    new Map(
      [...values].map(([name, value]): readonly [string, FactValue] => [
        name,
        typeof value === "string" && isDate(value) ? (addDuration(value, A_FEW_DAYS, sign) ?? value) : value,
      ]),
    );
  return [values, move(-1), move(1)];
}

/** What values decide: the truths of all comparisons that read nothing else. */
function decidedBy(
  fixed: ReadonlyMap<string, FactValue>,
  atoms: LevelContext["atoms"],
): { readonly bits: bigint; readonly way: Way } {
  const truths = new Map<number, Truth>();
  for (const atom of atoms.list) {
    if (atom.kind !== "comparison" || !atom.facts.every(({ name }) => fixed.has(name))) continue;
    truths.set(
      atom.index,
      atom.test((name) => fixed.get(name) ?? UNKNOWN),
    );
  }
  const bits = [...fixed.keys()].reduce((sum, name) => sum | atoms.bit(name), 0n);
  return { bits, way: { truths, values: fixed } };
}

function isDuration(value: FactValue): value is Duration {
  return typeof value === "object" && "months" in value;
}
