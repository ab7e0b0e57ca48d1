import type { JsonValue } from "../model/document.ts";

/** A JSON Schema, or a part of one, with the keywords this repository's schemas use. */
export type SchemaNode = boolean | SchemaObject;

export interface SchemaObject {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly description?: string;
  readonly examples?: readonly JsonValue[];
  readonly type?: string | readonly string[];
  readonly const?: JsonValue;
  readonly enum?: readonly JsonValue[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly items?: SchemaNode;
  readonly prefixItems?: readonly SchemaNode[];
  readonly contains?: SchemaNode;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode;
  readonly propertyNames?: SchemaNode;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, SchemaNode>>;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly not?: SchemaNode;
  readonly if?: SchemaNode;
  readonly then?: SchemaNode;
  readonly else?: SchemaNode;
}

/** The node a local reference (`#/$defs/name`) leads to; a node without one is itself. */
export function resolveNode(root: SchemaObject, node: SchemaNode): SchemaObject {
  const seen = new Set<SchemaNode>();
  let at: SchemaNode | undefined = node;
  while (typeof at === "object" && at.$ref !== undefined && !seen.has(at)) {
    seen.add(at);
    const { $ref, ...beside }: SchemaObject = at;
    const name = /^#\/\$defs\/([^/]+)$/.exec($ref)?.[1];
    const target: SchemaNode | undefined =
      $ref === "#" ? root : name === undefined ? true : root.$defs?.[name];
    at = typeof target === "object" ? { ...target, ...beside } : target;
  }
  return typeof at === "object" ? at : {};
}

/** The JSON types a node admits by its own `type`, `const` or `enum`; `undefined` where it does not say. */
export function typesOf(node: SchemaObject): readonly string[] | undefined {
  if (node.type !== undefined) return typeof node.type === "string" ? [node.type] : node.type;
  if (node.const !== undefined) return [typeOf(node.const)];
  if (node.enum !== undefined) return [...new Set(node.enum.map(typeOf))];
  return undefined;
}

/** The JSON type of a value, `integer` for whole numbers. */
function typeOf(value: JsonValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

/** Whether a value is of one of the types. */
export function isOfType(value: JsonValue, types: readonly string[]): boolean {
  const type = typeOf(value);
  return types.includes(type) || (type === "integer" && types.includes("number"));
}
