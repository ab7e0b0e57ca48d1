import type { JsonObject, JsonValue } from "../model/document.ts";
import type { Language } from "../model/language.ts";
import { resolveNode, type SchemaNode, type SchemaObject } from "../parse/schema-node.ts";
import { alignHints, type FormLine } from "./align-hints.ts";
import { fieldHint } from "./field-hint.ts";
import { seldomHint } from "./seldom-hint.ts";
import { yamlValue } from "./yaml-value.ts";

/** What a form asks for. Paths are keys parted by dots, `[]` after a list: `system.sites[].id`. */
export interface Form {
  readonly schema: SchemaObject;
  /** The path of the whole file, by which facts are found that are read from it; empty for a manifest. */
  readonly root: string;
  readonly language: Language;
  /** Whether a field or block is on the form. */
  asks(path: string): boolean;
  /** Answers known beforehand; rows of a list, of which only the keys they have are printed. */
  readonly answers: Readonly<Record<string, JsonValue>>;
  /** Lists that most leave empty, which stay blank; `rows` says whether a row stands below as a comment. */
  readonly seldom: { readonly lists: ReadonlySet<string>; readonly rows: boolean };
  /** Lines above a block. */
  commentOn(path: string): readonly string[];
}

/** A file to fill in: every field the form asks for, blank or answered, with what may be written there. */
export function blankForm(form: Form): string {
  return `${alignHints(fields(form, form.schema, form.root, undefined, 0)).join("\n")}\n`;
}

function fields(
  form: Form,
  node: SchemaObject,
  path: string,
  given: JsonObject | undefined,
  depth: number,
): readonly FormLine[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const below = path === "" ? key : `${path}.${key}`;
    if (!form.asks(below) || (given !== undefined && !Object.hasOwn(given, key))) return [];
    const lines = field(form, key, child, below, given?.[key] ?? form.answers[below], depth);
    const comments = form.commentOn(below).map((text) => ({ text: `${indent(depth)}# ${text}` }));
    return [...comments, ...lines];
  });
}

function field(
  form: Form,
  key: string,
  child: SchemaNode,
  path: string,
  given: JsonValue | undefined,
  depth: number,
): readonly FormLine[] {
  const node = resolveNode(form.schema, child);
  if (node.properties !== undefined && (given === undefined || isObject(given))) {
    return [{ text: `${indent(depth)}${key}:` }, ...fields(form, node, path, given, depth + 1)];
  }
  const item = node.items === undefined ? {} : resolveNode(form.schema, node.items);
  if (item.properties !== undefined && (given === undefined || isRows(given))) {
    return rows(form, key, item, path, given, depth);
  }
  const value = node.const ?? given ?? null;
  const text = value === null ? `${indent(depth)}${key}:` : `${indent(depth)}${key}: ${yamlValue(value)}`;
  return [{ text, hint: fieldHint(form.schema, node, path, form.language) }];
}

function rows(
  form: Form,
  key: string,
  item: SchemaObject,
  path: string,
  given: readonly JsonObject[] | undefined,
  depth: number,
): readonly FormLine[] {
  const printed = (given ?? [undefined]).map((row, index) => {
    const lines = fields(form, item, `${path}[]`, row, depth + 2);
    const [first = { text: "" }, ...rest] = index === 0 ? lines : silent(lines);
    return [{ ...first, text: `${indent(depth + 1)}- ${first.text.trimStart()}` }, ...rest];
  });
  const head = `${indent(depth)}${key}:`;
  if (!form.seldom.lists.has(path)) return [{ text: head }, ...printed.flat()];
  const comments = printed
    .flat()
    .map((line) => ({ ...line, text: `${indent(depth)}# ${line.text.slice(2 * depth + 2)}` }));
  return [
    { text: head, hint: seldomHint(form.seldom.rows, form.language) },
    ...(form.seldom.rows ? comments : []),
  ];
}

/** The lines of a row after the first: what may be written there is said once. */
function silent(lines: readonly FormLine[]): readonly FormLine[] {
  return lines.flatMap(({ text }) => (text.trimStart().startsWith("#") ? [] : [{ text }]));
}

function indent(depth: number): string {
  return "  ".repeat(depth);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRows(value: JsonValue): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}
