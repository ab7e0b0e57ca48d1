import type { Row } from "../../model/row.ts";
import { addDuration } from "../../model/time/add-duration.ts";
import type { FactValue } from "../../model/value.ts";
import { compileOperand } from "../../rules/compile/compile-operand.ts";
import { cellFinder } from "../../rules/compile/read-fact.ts";
import type { Comparison, Operand, Shift } from "../../rules/form.ts";
import { valueAt } from "../../rules/value-at.ts";
import type { Fact } from "../../rules/vocabulary.ts";
import type { Limit } from "./telling-values.ts";

/** Every fact that comparisons read, on either side, with what it is set against at a row. */
export function limitsAt(
  row: Row,
  comparisons: readonly Comparison[],
  asOf: string,
): ReadonlyMap<Fact, readonly Limit[]> {
  const find = cellFinder(asOf);
  const limits = new Map<Fact, Limit[]>();
  const note = (fact: Fact, operator: Comparison["operator"], values: readonly FactValue[]) => {
    const known = limits.get(fact) ?? [];
    known.push(...values.map((value): Limit => ({ operator, value })));
    limits.set(fact, known);
  };
  for (const { fact, operator, operand } of comparisons) {
    if (operand === undefined) note(fact, operator, []);
    else {
      note(fact, operator, [...compileOperand(operand, asOf, find).values(row), ...rowsOf(operand)]);
      if (operand.kind !== "fact") continue;
      note(operand.fact, operator, movedBack(find(fact, row).value, operand.shift, asOf));
    }
  }
  return limits;
}

/** Every value a parameter has on any date and in any row. */
function rowsOf(operand: Operand): readonly FactValue[] {
  if (operand.kind !== "parameter" || operand.shift !== undefined) return [];
  return operand.parameter.values.flatMap(({ value }) =>
    value instanceof Map ? [...value.values()] : [value as FactValue],
  );
}

/** What the other side has to be for a moved date to meet this one. */
function movedBack(value: FactValue, shift: Shift | undefined, asOf: string): readonly FactValue[] {
  if (shift === undefined) return [value];
  const by = shift.by.kind === "literal" ? shift.by.value : valueAt(shift.by.parameter, asOf)?.value;
  const values = by instanceof Map ? [...by.values()] : [by];
  return values.flatMap((one) => {
    if (typeof value !== "string" || typeof one !== "object" || !("months" in one)) return [];
    return addDuration(value, one, shift.sign === 1 ? -1 : 1) ?? [];
  });
}
