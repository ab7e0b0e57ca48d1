import type { CheckedParameter, CheckedRule } from "./checked-policies.ts";
import type { Condition, Operand } from "./form.ts";

/** The parameters a rule refers to in its own conditions, `due` and `fix`, each once. */
export function parametersOf({ clauses }: CheckedRule): readonly CheckedParameter[] {
  const found = clauses.flatMap((clause) => [
    ...parametersIn([...clause.when, ...clause.unless.flat(), ...clause.require]),
    ...inOperand(clause.due),
    ...inOperand(clause.fix?.to),
  ]);
  return [...new Set(found)];
}

/** The parameters conditions refer to, not those of the definitions they test. */
export function parametersIn(conditions: readonly Condition[]): readonly CheckedParameter[] {
  return conditions.flatMap((condition) => {
    if (condition.kind === "comparison") return inOperand(condition.operand);
    if (condition.kind === "any") return parametersIn(condition.members);
    return condition.kind === "some" ? parametersIn(condition.where) : [];
  });
}

function inOperand(operand: Operand | undefined): readonly CheckedParameter[] {
  if (operand === undefined || operand.kind === "literal") return [];
  const by = operand.shift?.by;
  return [
    ...(operand.kind === "parameter" ? [operand.parameter] : []),
    ...(by?.kind === "parameter" ? [by.parameter] : []),
  ];
}
