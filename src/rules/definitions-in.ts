import type { Condition } from "./form.ts";

/** Names of the definitions conditions test, one level deep. */
export function definitionsIn(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap((condition) => {
    if (condition.kind === "definition") return [condition.name];
    if (condition.kind === "any") return definitionsIn(condition.members);
    return condition.kind === "some" ? definitionsIn(condition.where) : [];
  });
}
