import type { JsonObject } from "../model/document.ts";
import type { Explain, SchemaProblem } from "./explain-schema.ts";
import { pointerStep } from "./find-places.ts";
import { namePlace } from "./name-place.ts";
import { resolveNode, type SchemaNode, type SchemaObject } from "./schema-node.ts";
import { textForm } from "./text-form.ts";
import { count, nearest, quote, quoteList } from "./words.ts";

/** Why a map is refused: keys it lacks, keys nobody knows, and what its values are. */
export function explainMap(
  explain: Explain,
  node: SchemaObject,
  map: JsonObject,
  pointer: string,
): readonly SchemaProblem[] {
  const problems = findMissing(explain, node, map, pointer);
  for (const [key, value] of Object.entries(map)) {
    const place = pointer + pointerStep(key);
    if (node.propertyNames !== undefined)
      problems.push(...explainName(explain, node.propertyNames, key, place));
    const schemas = schemasFor(node, key);
    if (schemas === undefined) problems.push(refuseKey(node, key, place));
    else problems.push(...schemas.flatMap((schema) => explain(schema, value, place)));
    const dependent = node.dependentSchemas?.[key];
    if (dependent !== undefined) problems.push(...explain(dependent, map, pointer));
  }
  return [...problems, ...refuseCount(node, Object.keys(map).length, pointer)];
}

/** The schemas a key's value has to match; `undefined` where the map has no such key. */
function schemasFor(node: SchemaObject, key: string): readonly SchemaNode[] | undefined {
  const named =
    node.properties !== undefined && Object.hasOwn(node.properties, key)
      ? [node.properties[key] ?? true]
      : [];
  const matched = Object.entries(node.patternProperties ?? {})
    .filter(([pattern]) => new RegExp(pattern, "u").test(key))
    .map(([, schema]) => schema);
  const schemas = [...named, ...matched];
  if (schemas.length > 0) return schemas;
  if (node.additionalProperties === false) return undefined;
  return node.additionalProperties === undefined ? [] : [node.additionalProperties];
}

function refuseKey(node: SchemaObject, key: string, pointer: string): SchemaProblem {
  const known = Object.keys(node.properties ?? {});
  const similar = nearest(key, known);
  const near = similar === undefined ? "" : `; a key with a similar name exists: ${quote(similar)}`;
  const patterns = Object.keys(node.patternProperties ?? {});
  const form = textForm({ pattern: patterns[0] ?? "" });
  const help =
    similar !== undefined
      ? `write ${quote(similar)}, or remove the key`
      : known.length > 0
        ? `remove the key; keys here are ${quoteList(known)}`
        : form === undefined
          ? "remove the key"
          : `use ${form.name} as the key`;
  return { pointer, at: "key", message: `unknown key ${quote(key)}${near}`, help, weight: 5 };
}

function findMissing(
  explain: Explain,
  node: SchemaObject,
  map: JsonObject,
  pointer: string,
): SchemaProblem[] {
  const dependent = Object.entries(node.dependentRequired ?? {}).flatMap(([key, names]) =>
    Object.hasOwn(map, key) ? names : [],
  );
  return [...(node.required ?? []), ...dependent]
    .filter((key) => !Object.hasOwn(map, key))
    .map((key) => ({
      pointer,
      at: "parent",
      message: `the key ${quote(key)} is missing${pointer === "" ? "" : ` in ${namePlace(pointer)}`}`,
      help: `add ${suggest(explain, key, node.properties?.[key])}`,
      weight: 5,
    }));
}

function suggest(explain: Explain, key: string, schema: SchemaNode | undefined): string {
  const node = schema === undefined ? {} : resolveNode(explain.root, schema);
  const example = node.const ?? node.examples?.[0] ?? (node.enum?.length === 1 ? node.enum[0] : undefined);
  if (typeof example === "string") return quote(`${key}: ${example}`);
  const values = (node.enum ?? []).filter((value) => typeof value === "string");
  return values.length > 0 ? `${quote(key)}, one of ${quoteList(values)}` : quote(key);
}

function explainName(
  explain: Explain,
  schema: SchemaNode,
  key: string,
  pointer: string,
): readonly SchemaProblem[] {
  return explain(schema, key, pointer).map((problem) => ({
    ...problem,
    at: "key",
    message: `the key ${problem.message}`,
  }));
}

function refuseCount(node: SchemaObject, size: number, pointer: string): readonly SchemaProblem[] {
  const { minProperties = 0, maxProperties = size } = node;
  if (size >= minProperties && size <= maxProperties) return [];
  const limit = size < minProperties ? `the least is ${minProperties}` : `the most is ${maxProperties}`;
  return [
    {
      pointer,
      at: "value",
      message: `${namePlace(pointer)} has ${count(size, "key")}; ${limit}`,
      help: size < minProperties ? "add a key" : "remove keys",
      weight: 5,
    },
  ];
}
