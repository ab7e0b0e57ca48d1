import type { CheckedRule } from "../../rules/checked-policies.ts";

/** A text two checked rules share exactly when they say the same, wherever it stands and however it is written. */
export function textOfRule({ clauses, written }: CheckedRule): string {
  return JSON.stringify([clauses, written.transition], (key, value: unknown) => {
    if (key === "pointer" || key === "title" || key === "basis" || key === "text") return undefined;
    if (value instanceof Set) return [...value].sort();
    if (value instanceof Map) return [...value].sort();
    if (typeof value === "symbol") return value.toString();
    // Of a fact that is never `none`, what is stated is present.
    if (isPresent(value) && !value.fact.none) return { ...value, operator: "stated" };
    return key === "fact" || key === "of" || key === "by" ? nameOf(value) : value;
  });
}

function isPresent(value: unknown): value is { readonly fact: { readonly none: boolean } } {
  return typeof value === "object" && value !== null && "operator" in value && value.operator === "present";
}

function nameOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "name" in value && "label" in value
    ? value.name
    : value;
}
