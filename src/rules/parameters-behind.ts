import type { CheckedDefinition, CheckedParameter, CheckedRule } from "./checked-policies.ts";
import { definitionsBehind } from "./definitions-behind.ts";
import type { Condition } from "./form.ts";
import { parametersIn, parametersOf } from "./parameters-of.ts";

type Definitions = ReadonlyMap<string, CheckedDefinition>;

/** Every parameter a rule rests on, itself or through definitions, each once. */
export function parametersBehind(rule: CheckedRule, definitions: Definitions): readonly CheckedParameter[] {
  return [...new Set([...parametersOf(rule), ...throughDefinitions(conditionsOf(rule), definitions)])];
}

/** The same for conditions alone. */
export function parametersBehindConditions(
  conditions: readonly Condition[],
  definitions: Definitions,
): readonly CheckedParameter[] {
  return [...new Set([...parametersIn(conditions), ...throughDefinitions(conditions, definitions)])];
}

/** Every condition of a rule: those of `when`, `unless` and `require` of each clause. */
export function conditionsOf({ clauses }: Pick<CheckedRule, "clauses">): readonly Condition[] {
  return clauses.flatMap(({ when, unless, require }) => [...when, ...unless.flat(), ...require]);
}

function throughDefinitions(conditions: readonly Condition[], definitions: Definitions) {
  return definitionsBehind(conditions, definitions).flatMap(({ means }) => parametersIn(means));
}
