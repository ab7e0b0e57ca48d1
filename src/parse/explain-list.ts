import type { JsonValue } from "../model/document.ts";
import type { Explain, SchemaProblem } from "./explain-schema.ts";
import { pointerStep } from "./find-places.ts";
import { namePlace } from "./name-place.ts";
import type { SchemaObject } from "./schema-node.ts";
import { count, quote } from "./words.ts";

/** Why a list is refused: its length, an item that stands twice, or what the items are. */
export function explainList(
  explain: Explain,
  node: SchemaObject,
  list: readonly JsonValue[],
  pointer: string,
): readonly SchemaProblem[] {
  const { minItems, maxItems, prefixItems = [], items, contains } = node;
  const problems: SchemaProblem[] = [];
  const place = namePlace(pointer);
  if (minItems !== undefined && list.length < minItems) {
    problems.push(
      problem(pointer, `${place} has ${count(list.length, "item")}; the least is ${minItems}`, "add an item"),
    );
  }
  if (maxItems !== undefined && list.length > maxItems) {
    problems.push(
      problem(pointer, `${place} has ${count(list.length, "item")}; the most is ${maxItems}`, "remove items"),
    );
  }
  if (node.uniqueItems === true) problems.push(...findDoubles(list, pointer));
  if (contains !== undefined && !list.some((item) => explain(contains, item, "").length === 0)) {
    problems.push(problem(pointer, `${place} lacks an item it has to have`, "add the item the schema names"));
  }
  for (const [index, item] of list.entries()) {
    const schema = prefixItems[index] ?? items;
    if (schema !== undefined) problems.push(...explain(schema, item, pointer + pointerStep(index)));
  }
  return problems;
}

function findDoubles(list: readonly JsonValue[], pointer: string): readonly SchemaProblem[] {
  const seen = new Set<string>();
  const problems: SchemaProblem[] = [];
  for (const [index, item] of list.entries()) {
    const text = JSON.stringify(item, sortKeys);
    if (seen.has(text)) {
      const shown = typeof item === "string" ? item : text;
      problems.push(
        problem(
          pointer + pointerStep(index),
          `${quote(shown)} stands twice in ${namePlace(pointer)}`,
          "keep one of the two",
        ),
      );
    }
    seen.add(text);
  }
  return problems;
}

/** Two maps are the same whatever the order of their keys. */
function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function problem(pointer: string, message: string, help: string): SchemaProblem {
  return { pointer, at: "value", message, help, weight: 2 };
}
