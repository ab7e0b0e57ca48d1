import type { JsonValue } from "../model/document.ts";
import type { SchemaProblem } from "./explain-schema.ts";
import { namePlace } from "./name-place.ts";
import { resolveNode, type SchemaNode, type SchemaObject } from "./schema-node.ts";
import { admitsNone, textForm } from "./text-form.ts";
import { quote, quoteList } from "./words.ts";

/** Weight of a value of another type: the branch of a union is not the one meant. */
export const WRONG_TYPE = 1000;

/** A value of a type the schema does not admit, with what it takes and what was found. */
export function refuseType(
  root: SchemaObject,
  node: SchemaNode,
  value: JsonValue,
  pointer: string,
): SchemaProblem {
  const expected = [...new Set(describeExpected(root, node))].filter((word) => word !== "");
  const words = new Intl.ListFormat("en", { type: "disjunction" }).format(expected);
  const place = namePlace(pointer);
  return {
    pointer,
    at: "value",
    message:
      value === null
        ? `${place} is blank; it takes ${words}`
        : `${place} takes ${words}, not ${describeFound(value)}`,
    help: helpFor(value, expected, words),
    weight: WRONG_TYPE,
  };
}

function helpFor(value: JsonValue, expected: readonly string[], words: string): string {
  if (expected.includes(BOOLEAN)) return "write true or false, without quotes";
  const wantsText = expected.some((word) => !NOT_TEXT.has(word) && !word.startsWith("a map"));
  if (typeof value === "number" && wantsText) return `put it in quotes: "${value}"`;
  if (typeof value === "boolean" && wantsText) return `put it in quotes where it is text: "${value}"`;
  const wantsNumber = expected.includes(INTEGER) || expected.includes(NUMBER);
  if (typeof value === "string" && wantsNumber && /^-?\d+(\.\d+)?$/.test(value))
    return `write it without quotes: ${value}`;
  if (wantsNumber) return "write a number in digits, without unit";
  if (expected.includes(LIST) && !Array.isArray(value)) return "write `- ` before each item, or `[a, b]`";
  return `write ${words}`;
}

const BOOLEAN = "`true` or `false`";
const INTEGER = "a whole number";
const NUMBER = "a number";
const LIST = "a list";
const MAP = "a map of keys";
const NOT_TEXT: ReadonlySet<string> = new Set([BOOLEAN, INTEGER, NUMBER, LIST, MAP]);

/** What a node takes, in words, one for each kind of value; blanks are not named. */
function describeExpected(root: SchemaObject, written: SchemaNode): readonly string[] {
  const node = resolveNode(root, written);
  if (node.const !== undefined) return [describeLiteral(node.const)];
  if (node.enum !== undefined) {
    const values = node.enum.filter((value) => value !== null);
    return values.length > 4 ? [`one of ${quoteList(values.map(String))}`] : values.map(describeLiteral);
  }
  const union = node.anyOf ?? node.oneOf ?? node.allOf;
  if (node.type === undefined && union !== undefined)
    return union.flatMap((part) => describeExpected(root, part));
  const types = typeof node.type === "string" ? [node.type] : (node.type ?? []);
  return types.flatMap((type) => describeType(type, node));
}

function describeType(type: string, node: SchemaObject): readonly string[] {
  switch (type) {
    case "boolean":
      return [BOOLEAN];
    case "integer":
      return [INTEGER];
    case "number":
      return [NUMBER];
    case "array":
      return [LIST];
    case "object":
      return [node.required === undefined ? MAP : `a map with ${quoteList(node.required)}`];
    case "string": {
      if (node.pattern === "^none$") return ["`none`"];
      return [nameText(node), ...(admitsNone(node) && node.pattern?.includes("none") ? ["`none`"] : [])];
    }
    default:
      return [];
  }
}

function nameText(node: SchemaObject): string {
  const form = textForm(node);
  return form === undefined || form.name.startsWith("in ") ? "text" : form.name;
}

function describeLiteral(value: JsonValue): string {
  return value === null ? "" : quote(typeof value === "string" ? value : JSON.stringify(value));
}

function describeFound(value: JsonValue): string {
  if (typeof value === "string") return `the text ${quote(value)}`;
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return quote(String(value));
  return Array.isArray(value) ? LIST : MAP;
}
