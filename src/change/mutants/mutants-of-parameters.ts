import type { JsonValue } from "../../model/document.ts";
import type { PolicyDocument, PolicyParameter, PolicyRule } from "../../model/generated/policy.ts";
import type { Vocabulary } from "../../rules/vocabulary.ts";
import type { Mutant } from "./mutant.ts";
import { type Edit, editsOfList, editsOfValue } from "./mutants-of-condition.ts";
import { type Path, pointerOf, replaceAt } from "./replace-at.ts";

/** Every parameter a rule is decided by, with each value on each date and in each row just under and just over. */
export function mutantsOfParameters(
  policy: PolicyDocument,
  rule: PolicyRule,
  vocabulary: Vocabulary,
): readonly Mutant[] {
  return [...parametersUsed(rule)].flatMap(([name, use]) => {
    const parameter = policy.parameters?.[name];
    if (parameter === undefined) return [];
    return editsOfParameter(parameter, vocabulary, use).map(
      ({ path, next, change }): Mutant => ({
        rule: rule.id,
        pointer: pointerOf(`/parameters/${name}`, path),
        change,
        written: rule,
        parameter: {
          name,
          written: replaceAt(parameter as unknown as JsonValue, path, next) as unknown as PolicyParameter,
        },
      }),
    );
  });
}

type Use = "size" | "calendar";

/** Names of the parameters in a rule's conditions and `due`, and whether one is a window or moves a date. */
function parametersUsed(rule: PolicyRule): ReadonlyMap<string, Use> {
  const found = new Map<string, Use>();
  const visit = (value: unknown, use: Use): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "fix") continue;
      const calendar = key === "in_last" || key === "in_next" || key === "plus" || key === "minus";
      if (key === "parameter" && typeof inner === "string") {
        if (use === "calendar" || !found.has(inner)) found.set(inner, use);
      } else visit(inner, calendar ? "calendar" : use);
    }
  };
  const { when, unless, require, due, clauses } = rule;
  visit({ when, unless, require, due, clauses }, "size");
  return found;
}

function editsOfParameter(
  { type, of, values }: PolicyParameter,
  vocabulary: Vocabulary,
  use: Use,
): readonly Edit[] {
  const fact = { type, values: (of === undefined ? undefined : vocabulary.facts.get(of)?.values) ?? [] };
  const editsOf = (value: JsonValue, path: Path): readonly Edit[] =>
    Array.isArray(value) ? editsOfList(value.map(String), fact, path) : editsOfValue(value, fact, path, use);
  return values.flatMap((dated, index) => {
    const path = ["values", index, "value"];
    const value = dated.value as JsonValue;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return editsOf(value, path);
    return Object.entries(value).flatMap(([row, item]) => editsOf(item, [...path, row]));
  });
}
