import type { Turn } from "../../model/turn.ts";
import { type FactValue, UNKNOWN } from "../../model/value.ts";
import type { CheckedParameter, DatedValue } from "../checked-policies.ts";
import { valueKey } from "../compare/value-key.ts";

/**
 * The day from which a parameter has the value it has on a date, and the day another takes over. Of a table
 * only the rows given count. A value that rests on something else is another one.
 */
export function parameterTurns(
  { values, title }: CheckedParameter,
  rows: readonly string[],
  asOf: string,
): readonly Turn[] {
  return turnsBetween(values, (dated) => keyOf(dated, rows), title, asOf);
}

/** The same for what the parameter rests on alone. */
export function basisTurns({ values, title }: CheckedParameter, asOf: string): readonly Turn[] {
  return turnsBetween(values, ({ basis }) => JSON.stringify(basis), title, asOf);
}

function turnsBetween(
  values: readonly DatedValue[],
  keyed: (dated: DatedValue) => string,
  title: Turn["what"],
  asOf: string,
): readonly Turn[] {
  const read = values.map(keyed);
  const now = values.findLastIndex(({ from }) => from <= asOf);
  const same = read[now];
  const before = read.findLastIndex((other, index) => index < now && other !== same);
  const next = read.findIndex((other, index) => index > now && other !== same);
  return [...(now === -1 ? [] : [before + 1]), next].flatMap((index) => {
    const value = values[index];
    return value === undefined ? [] : [{ on: value.from, reason: "value", begins: true, what: title }];
  });
}

function keyOf({ value, basis }: DatedValue, rows: readonly string[]): string {
  const read = value instanceof Map ? rows.map((row) => rowOf(value, row)) : [value as FactValue];
  return JSON.stringify([read.map(valueKey), basis]);
}

function rowOf(table: ReadonlyMap<string, FactValue>, row: string): FactValue {
  return table.get(row) ?? table.get("other") ?? UNKNOWN;
}
