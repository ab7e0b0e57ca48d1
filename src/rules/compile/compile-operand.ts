import type { Row } from "../../model/row.ts";
import { addDuration } from "../../model/time/add-duration.ts";
import type { Turn } from "../../model/turn.ts";
import { type FactValue, NONE, UNKNOWN } from "../../model/value.ts";
import type { CheckedParameter } from "../checked-policies.ts";
import type { Operand, Shift } from "../form.ts";
import { possibleKeys } from "../possible-keys.ts";
import { valueAt } from "../value-at.ts";
import type { Fact } from "../vocabulary.ts";
import { parameterTurns } from "./parameter-turns.ts";
import { type FindCell, movesDaily, valueOn } from "./read-fact.ts";

/** An operand for one date. */
export interface CompiledOperand {
  /** The value, where it is the same for every row. */
  readonly constant: FactValue | undefined;
  /** Every value it may have at a row: one, or where the key of a table is unknown one for each row of the table. */
  values(row: Row): readonly FactValue[];
  /** The same as they will be on another day, if nothing but the day changes. */
  valuesOn(day: string, row: Row): readonly FactValue[];
  /** Whether that is another value on every day. */
  movesDaily(row: Row): boolean;
  /** The facts it reads: itself, and keys of tables. */
  readonly reads: readonly Fact[];
  /** The days on which its parameters have another value, or what it reads is arrived at otherwise. */
  turns(row: Row): readonly Turn[];
}

/** Looks up parameters for a date and prepares what is left to read at each row. */
export function compileOperand(operand: Operand, asOf: string, find: FindCell): CompiledOperand {
  const shift = operand.kind === "literal" ? undefined : operand.shift;
  const base = compileBase(operand, asOf, find);
  const by = shift === undefined ? undefined : compileShift(shift, asOf);
  const keys = [...new Set([...base.keys, ...(by?.keys ?? [])])];
  const reads = operand.kind === "fact" ? [operand.fact, ...keys] : keys;
  const evaluate = (row: Row, chosen: Keys, day = asOf): FactValue => {
    const value = base.value(row, chosen, day);
    return by === undefined || shift === undefined
      ? value
      : move(value, by.value(row, chosen, day), shift.sign);
  };
  const turns = (row: Row) => [
    ...reads.flatMap((read) => find(read, row).cell.dates ?? []),
    ...[base, by].flatMap((part) => part?.turns(keyChoices(part.keys, row, find)) ?? []),
  ];
  if (reads.length > 0)
    return {
      constant: undefined,
      values: (row) => keyChoices(keys, row, find).map((chosen) => evaluate(row, chosen)),
      valuesOn: (day, row) => keyChoices(keys, row, find).map((chosen) => evaluate(row, chosen, day)),
      movesDaily: (row) => operand.kind === "fact" && movesDaily(operand.fact, find(operand.fact, row)),
      reads,
      turns,
    };
  // No fact is read, so any row gives the same value.
  const constant = evaluate(NO_ROW, NO_KEYS);
  const values: readonly FactValue[] = [constant];
  return { constant, values: () => values, valuesOn: () => values, movesDaily: () => false, reads, turns };
}

/** Row of a table by key fact. */
type Keys = ReadonlyMap<Fact, string>;
const NO_KEYS: Keys = new Map();
const NO_ROW: Row = {
  subject: "system",
  key: "",
  title: "",
  pointer: "",
  written: false,
  cell: (fact) => {
    throw new Error(`a constant reads ${fact}`);
  },
  scope: () => undefined,
  nested: () => [],
};

interface Part {
  readonly keys: readonly Fact[];
  value(row: Row, chosen: Keys, day: string): FactValue;
  /** The days on which the rows of a table that are chosen, or the one value, are others. */
  turns(choices: readonly Keys[]): readonly Turn[];
}

function compileBase(operand: Operand, asOf: string, find: FindCell): Part {
  if (operand.kind === "literal") return fixed(operand.value);
  if (operand.kind === "parameter") return compileParameter(operand.parameter, asOf);
  const { fact } = operand;
  return { keys: [], value: (row, _chosen, day) => valueOn(day, fact, find(fact, row)), turns: () => [] };
}

function fixed(value: FactValue): Part {
  return { keys: [], value: () => value, turns: () => [] };
}

function compileShift({ by }: Shift, asOf: string): Part {
  return by.kind === "literal" ? fixed(by.value) : compileParameter(by.parameter, asOf);
}

/** Before its first date a parameter is unknown. */
function compileParameter(parameter: CheckedParameter, asOf: string): Part {
  const value = valueAt(parameter, asOf)?.value ?? UNKNOWN;
  const { by } = parameter;
  if (!(value instanceof Map) || by === undefined) {
    // A table without `by` does not pass the checker.
    const single = value as FactValue;
    return { ...fixed(single), turns: () => parameterTurns(parameter, [], asOf) };
  }
  const table: ReadonlyMap<string, FactValue> = value;
  const other = table.get("other") ?? UNKNOWN;
  return {
    keys: [by],
    value: (_row, chosen) => table.get(chosen.get(by) ?? "") ?? other,
    turns: (choices) => {
      const rows = choices.map((chosen) => chosen.get(by) ?? "");
      return parameterTurns(parameter, rows, asOf);
    },
  };
}

/** The known keys at a row; where one is unknown, a choice for each value it can have. */
function keyChoices(keys: readonly Fact[], row: Row, find: FindCell): readonly Keys[] {
  let choices: readonly Keys[] = [NO_KEYS];
  for (const key of keys) {
    const { value } = find(key, row);
    const options = value === UNKNOWN ? unknownKeys(key) : [value === NONE ? "none" : String(value)];
    choices = choices.flatMap((choice) => options.map((option) => new Map([...choice, [key, option]])));
  }
  return choices;
}

function unknownKeys(key: Fact): readonly string[] {
  return key.open === "no" ? possibleKeys(key) : [...possibleKeys(key), "other"];
}

/** A date moved by a duration; `none` stays `none`, and what is outside the calendar is unknown. */
export function move(value: FactValue, by: FactValue, sign: 1 | -1): FactValue {
  if (value === NONE) return NONE;
  if (typeof value !== "string" || typeof by !== "object" || !("months" in by)) return UNKNOWN;
  return addDuration(value, by, sign) ?? UNKNOWN;
}

/** The one value several possibilities share, else unknown. */
export function singleValue(values: readonly FactValue[]): FactValue {
  const [first = UNKNOWN] = values;
  return values.every((value) => value === first) ? first : UNKNOWN;
}
