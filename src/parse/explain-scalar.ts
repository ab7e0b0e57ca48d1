import type { JsonValue } from "../model/document.ts";
import type { SchemaProblem } from "./explain-schema.ts";
import { namePlace } from "./name-place.ts";
import type { SchemaObject } from "./schema-node.ts";
import { admitsNone, textForm } from "./text-form.ts";
import { count, nearest, quote, quoteList } from "./words.ts";

/** Why a text, number, boolean or blank of the right type is refused all the same. */
export function explainScalar(
  node: SchemaObject,
  value: JsonValue,
  pointer: string,
): readonly SchemaProblem[] {
  const problem =
    explainLiteral(node, value, pointer) ??
    (typeof value === "string" ? explainText(node, value, pointer) : undefined) ??
    (typeof value === "number" ? explainNumber(node, value, pointer) : undefined);
  return problem === undefined ? [] : [problem];
}

function explainLiteral(node: SchemaObject, value: JsonValue, pointer: string): SchemaProblem | undefined {
  const allowed = node.const !== undefined ? [node.const] : node.enum;
  if (allowed === undefined || allowed.includes(value)) return undefined;
  const names = allowed.filter((one) => one !== null).map(String);
  const similar = nearest(String(value), names);
  const near =
    similar === undefined || names.length === 1
      ? ""
      : `; a value with a similar name exists: ${quote(similar)}`;
  const place = namePlace(pointer);
  return {
    pointer,
    at: "value",
    message: `${quote(String(value))} is not a value of ${place}${near}`,
    help: names.length === 1 ? `write ${quoteList(names)}` : `write one of ${quoteList(names)}`,
    weight: node.const === undefined ? 3 : 50,
  };
}

function explainText(node: SchemaObject, value: string, pointer: string): SchemaProblem | undefined {
  const { minLength, maxLength, pattern } = node;
  const length = [...value].length;
  if (minLength !== undefined && length < minLength) {
    return problem(
      pointer,
      `${namePlace(pointer)} is ${count(length, "character")} long; the least is ${count(minLength, "character")}`,
      "write a text",
    );
  }
  if (maxLength !== undefined && length > maxLength) {
    return problem(
      pointer,
      `${namePlace(pointer)} is ${count(length, "character")} long; the limit is ${count(maxLength, "character")}`,
      "shorten the text",
    );
  }
  if ((pattern === undefined || new RegExp(pattern, "u").test(value)) && matchesFormat(node, value))
    return undefined;
  const form = textForm(node);
  const none = admitsNone(node) && node.pattern?.includes("none") ? ", or `none`" : "";
  return problem(
    pointer,
    form === undefined
      ? `${quote(value)} does not fit ${namePlace(pointer)}`
      : `${quote(value)} is not ${form.name}`,
    `${form?.help ?? fromDescription(node)}${none}`,
  );
}

/** A calendar day is checked before the schema is; the other formats in use need no more than their pattern. */
function matchesFormat(node: SchemaObject, value: string): boolean {
  return node.format !== "date" || /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function fromDescription(node: SchemaObject): string {
  return node.description === undefined
    ? "write it in the form the schema names"
    : `write it as described: ${node.description}`;
}

function explainNumber(node: SchemaObject, value: number, pointer: string): SchemaProblem | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = node;
  const place = namePlace(pointer);
  if (minimum !== undefined && value < minimum) {
    return problem(pointer, `${place} is ${value}; the least is ${minimum}`, `write ${minimum} or more`);
  }
  if (maximum !== undefined && value > maximum) {
    return problem(pointer, `${place} is ${value}; the most is ${maximum}`, `write ${maximum} or less`);
  }
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
    return problem(
      pointer,
      `${place} is ${value}; it lies above ${exclusiveMinimum}`,
      `write more than ${exclusiveMinimum}`,
    );
  }
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) {
    return problem(
      pointer,
      `${place} is ${value}; it lies below ${exclusiveMaximum}`,
      `write less than ${exclusiveMaximum}`,
    );
  }
  if (multipleOf !== undefined && !Number.isInteger(value / multipleOf)) {
    return problem(
      pointer,
      `${place} is ${value}; it goes in steps of ${multipleOf}`,
      `write a multiple of ${multipleOf}`,
    );
  }
  return undefined;
}

function problem(pointer: string, message: string, help: string): SchemaProblem {
  return { pointer, at: "value", message, help, weight: 2 };
}
