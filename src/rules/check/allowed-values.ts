import { comparison } from "../compare-values.ts";
import type { Condition } from "../form.ts";

/** Which of some values of a fact its plain comparisons with literals, in a list that must all hold, leave possible. */
export function allowedValues<T extends string>(
  conditions: readonly Condition[],
  fact: string,
  values: readonly T[],
): readonly T[] {
  const tests = conditions.flatMap((condition) => {
    if (
      condition.kind !== "comparison" ||
      condition.fact.name !== fact ||
      condition.operand?.kind !== "literal"
    )
      return [];
    const compare = comparison(condition.operator, condition.fact, "");
    const { value } = condition.operand;
    return [(candidate: T) => compare(candidate, value)];
  });
  return values.filter((value) => tests.every((test) => test(value) !== false));
}
