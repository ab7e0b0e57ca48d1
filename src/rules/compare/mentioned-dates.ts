import { addDuration } from "../../model/time/add-duration.ts";
import type { CheckedParameter } from "../checked-policies.ts";
import type { Condition, Operand } from "../form.ts";
import type { RuleVersion } from "./rule-version.ts";

const A_DAY = { months: 0, seconds: 86_400 };

/**
 * The days on which what a version of a rule says may change, whatever it is said of: its own dates, those
 * of the parameter values it uses, and days its conditions compare `today` with.
 */
export function mentionedDates({ set, rule }: RuleVersion): readonly string[] {
  const { definitions } = set.policies;
  const days = new Set<string>();
  const seen = new Set<string>();
  const add = (day: string | undefined) => {
    if (day !== undefined) days.add(day);
  };
  const addParameter = (parameter: CheckedParameter) => {
    for (const { from } of parameter.values) add(from);
  };
  const addOperand = (operand: Operand | undefined, againstToday: boolean) => {
    if (operand === undefined) return;
    if (operand.kind === "literal") {
      if (againstToday && typeof operand.value === "string") around(operand.value).forEach(add);
      return;
    }
    if (operand.kind === "parameter") {
      addParameter(operand.parameter);
      if (againstToday) datesOf(operand).flatMap(around).forEach(add);
    }
    if (operand.shift?.by.kind === "parameter") addParameter(operand.shift.by.parameter);
  };
  const addConditions = (conditions: readonly Condition[]): void => {
    for (const condition of conditions) {
      if (condition.kind === "comparison")
        addOperand(condition.operand, condition.fact.subject === undefined);
      else if (condition.kind === "any") addConditions(condition.members);
      else if (condition.kind === "some") addConditions(condition.where);
      else if (!seen.has(condition.name)) {
        seen.add(condition.name);
        addConditions(definitions.get(condition.name)?.means ?? []);
      }
    }
  };
  for (const clause of rule.clauses) {
    add(clause.effective);
    if (clause.until !== null) add(addDuration(clause.until, A_DAY, 1));
    addConditions([...clause.when, ...clause.unless.flat(), ...clause.require]);
    addOperand(clause.due, true);
  }
  add(rule.written.transition?.until);
  return [...days];
}

function around(day: string): readonly (string | undefined)[] {
  return [addDuration(day, A_DAY, -1), day, addDuration(day, A_DAY, 1)];
}

/** The days a parameter can stand for, moved as the operand says. */
function datesOf({ parameter, shift }: Extract<Operand, { kind: "parameter" }>): readonly string[] {
  const valuesOf = (one: CheckedParameter) =>
    one.values.flatMap(({ value }) => (value instanceof Map ? [...value.values()] : [value]));
  const days = valuesOf(parameter).filter((value) => typeof value === "string");
  if (shift === undefined) return days;
  const spans = shift.by.kind === "literal" ? [shift.by.value] : valuesOf(shift.by.parameter);
  return days.flatMap((day) =>
    spans.flatMap((span) =>
      typeof span === "object" && "months" in span ? (addDuration(day, span, shift.sign) ?? []) : [],
    ),
  );
}
