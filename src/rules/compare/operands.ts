import { type FactValue, UNKNOWN } from "../../model/value.ts";
import type { CheckedParameter } from "../checked-policies.ts";
import { move } from "../compile/compile-operand.ts";
import type { Operand } from "../form.ts";
import { possibleKeys } from "../possible-keys.ts";
import { valueAt } from "../value-at.ts";
import type { Fact } from "../vocabulary.ts";
import type { Right } from "./atoms.ts";

/** Row of a table by key fact; `""` is a row of no name, which `other` stands for. */
export type Keys = ReadonlyMap<Fact, string>;

/** The rows a table may be read at where its key is blank. */
export function unknownRows(key: Fact): readonly string[] {
  return key.open === "no" ? possibleKeys(key) : [...possibleKeys(key), ""];
}

/** The rows that tables read by `key` have on a day. */
export function rowsOf(operand: Operand, key: Fact, today: string): readonly string[] {
  return parametersIn(operand).flatMap((parameter) => {
    const value = parameter.by === key ? valueAt(parameter, today)?.value : undefined;
    return value instanceof Map ? [...value.keys()].filter((row) => row !== "other") : [];
  });
}

function parametersIn(operand: Operand): readonly CheckedParameter[] {
  if (operand.kind === "literal") return [];
  const by = operand.shift?.by;
  return [
    ...(operand.kind === "parameter" ? [operand.parameter] : []),
    ...(by?.kind === "parameter" ? [by.parameter] : []),
  ];
}

/** The facts an operand reads: itself, and the keys of tables. */
export function factsOf(operand: Operand | undefined): readonly Fact[] {
  if (operand === undefined) return [];
  return [...(operand.kind === "fact" ? [operand.fact] : []), ...keysOf(operand)];
}

/** The facts that choose the rows of an operand's tables. */
export function keysOf(operand: Operand): readonly Fact[] {
  return [...new Set(parametersIn(operand).flatMap(({ by }) => by ?? []))];
}

/** The operand on a day, with the rows of its tables that the keys choose. */
export function rightOf(operand: Operand, chosen: Keys, today: string): Right {
  if (operand.kind === "literal") return { kind: "value", value: operand.value };
  const { shift } = operand;
  const by =
    shift === undefined
      ? undefined
      : shift.by.kind === "literal"
        ? shift.by.value
        : parameterAt(shift.by.parameter, chosen, today);
  const sign = shift?.sign ?? 1;
  if (operand.kind === "fact") {
    if (operand.fact.subject !== undefined) return { kind: "fact", fact: operand.fact, by, sign };
    return { kind: "value", value: by === undefined ? today : move(today, by, sign), counted: { by, sign } };
  }
  const value = parameterAt(operand.parameter, chosen, today);
  return { kind: "value", value: by === undefined ? value : move(value, by, sign) };
}

/** Before its first date a parameter is unknown. */
function parameterAt(parameter: CheckedParameter, chosen: Keys, today: string): FactValue {
  const value = valueAt(parameter, today)?.value ?? UNKNOWN;
  if (!(value instanceof Map)) return value as FactValue;
  const table: ReadonlyMap<string, FactValue> = value;
  const row = parameter.by === undefined ? undefined : chosen.get(parameter.by);
  return table.get(row ?? "") ?? table.get("other") ?? UNKNOWN;
}
