import type { JsonValue } from "../model/document.ts";
import { explainList } from "./explain-list.ts";
import { explainMap } from "./explain-map.ts";
import { explainScalar } from "./explain-scalar.ts";
import { explainUnion } from "./explain-union.ts";
import { isMap } from "./is-map.ts";
import { refuseType } from "./refuse-type.ts";
import { isOfType, resolveNode, type SchemaNode, type SchemaObject, typesOf } from "./schema-node.ts";

/** One thing a schema refuses, in words. */
export interface SchemaProblem {
  readonly pointer: string;
  /** Whether it stands at the value, at its key, or names something missing from the map at `pointer`. */
  readonly at: "value" | "key" | "parent";
  readonly message: string;
  readonly help: string;
  /** How far the value is from what the schema asks; the branch of a union with the least is explained. */
  readonly weight: number;
}

/** Explains one part of a schema; handed down so that the parts of this folder need not import each other. */
export interface Explain {
  (node: SchemaNode, value: JsonValue, pointer: string): readonly SchemaProblem[];
  readonly root: SchemaObject;
}

/** Why a value does not match a schema: one problem for each place. Empty where it does match. */
export function explainSchema(root: SchemaObject, value: JsonValue): readonly SchemaProblem[] {
  const explain: Explain = Object.assign(
    (node: SchemaNode, part: JsonValue, pointer: string) => explainNode(explain, node, part, pointer),
    { root },
  );
  return explain(root, value, "");
}

function explainNode(
  explain: Explain,
  written: SchemaNode,
  value: JsonValue,
  pointer: string,
): readonly SchemaProblem[] {
  if (written === true) return [];
  if (written === false) return [refuseAny(pointer)];
  const node = resolveNode(explain.root, written);
  const types = typesOf(node);
  if (types !== undefined && !isOfType(value, types)) return [refuseType(explain.root, node, value, pointer)];
  return [
    ...explainOwn(explain, node, value, pointer),
    ...(node.allOf ?? []).flatMap((part) => explain(part, value, pointer)),
    ...(node.anyOf === undefined ? [] : explainUnion(explain, node.anyOf, value, pointer, "any")),
    ...(node.oneOf === undefined ? [] : explainUnion(explain, node.oneOf, value, pointer, "one")),
    ...explainIf(explain, node, value, pointer),
    ...(node.not !== undefined && explain(node.not, value, pointer).length === 0 ? [refuseAny(pointer)] : []),
  ];
}

function explainOwn(
  explain: Explain,
  node: SchemaObject,
  value: JsonValue,
  pointer: string,
): readonly SchemaProblem[] {
  if (Array.isArray(value)) return explainList(explain, node, value, pointer);
  return isMap(value) ? explainMap(explain, node, value, pointer) : explainScalar(node, value, pointer);
}

function explainIf(
  explain: Explain,
  node: SchemaObject,
  value: JsonValue,
  pointer: string,
): readonly SchemaProblem[] {
  if (node.if === undefined) return [];
  const branch = explain(node.if, value, pointer).length === 0 ? node.then : node.else;
  return branch === undefined ? [] : explain(branch, value, pointer);
}

function refuseAny(pointer: string): SchemaProblem {
  return {
    pointer,
    at: "key",
    message: "this may not stand here together with what else is written",
    help: "remove it, or the key it excludes",
    weight: 5,
  };
}
