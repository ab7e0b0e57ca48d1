import type { Document } from "../../model/document.ts";
import type { RegistryDocument } from "../../model/generated/registry.ts";
import { keyYaml } from "./yaml-text.ts";

/** Edits to a registry file that leave every other byte, its comments and its order as they are. */
export interface RegistryEditor {
  /** Writes a value where one stands, or where a key stands blank. */
  set(pointer: string, yaml: string): void;
  /** Adds a key to a map, behind another of its keys. */
  addKey(map: string, after: string, key: string, value: unknown): void;
  /** Adds items, each as its lines, to a list of the map at `map`; makes the list where there is none. */
  append(list: string, items: readonly (readonly string[])[]): void;
  /** The text with all edits made. */
  text(): string;
}

/** The tables of a registry file in the order files have them. */
const TABLES = [
  "entities",
  "edges",
  "listings",
  "lists",
  "jurisdictions",
  "assessments",
  "carriers",
  "sources",
];

/** An editor of one file. */
export function editRegistry(document: Document<RegistryDocument>): RegistryEditor {
  const { text } = document;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const starts = lineStarts(text);
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  const place = (span: ReturnType<typeof document.locate>) => ({
    start: (starts[span.line - 1] ?? 0) + span.column - 1,
    end: (starts[span.end_line - 1] ?? 0) + span.end_column - 1,
    column: span.column,
  });
  const value = (pointer: string) => place(document.locate(pointer));
  const key = (pointer: string) => place(document.locateKey(pointer));
  const insert = (at: number, added: string) => edits.push({ start: at, end: at, text: added });
  const lineEnd = (at: number) => {
    const end = text.indexOf("\n", at);
    if (end === -1) return text.length;
    return text[end - 1] === "\r" ? end - 1 : end;
  };
  const below = (indent: number, lines: readonly string[]) =>
    lines.map((line) => `${newline}${" ".repeat(indent)}${line}`).join("");

  function addTable(name: string, items: readonly (readonly string[])[]): void {
    const next = TABLES.slice(TABLES.indexOf(name) + 1).find((table) => Object.hasOwn(document.value, table));
    const body = `${name}:${items.map((lines) => below(2, dashed(lines))).join("")}${newline}`;
    if (next === undefined) insert(text.length, text.endsWith("\n") ? body : newline + body);
    else insert(aboveComments(text, key(`/${next}`).start), body);
  }

  return {
    set(pointer, yaml) {
      const { start, end } = value(pointer);
      // A blank value stands where its key does.
      if (start === key(pointer).start) insert(text.indexOf(":", end) + 1, ` ${yaml}`);
      else edits.push({ start, end, text: yaml });
    },
    addKey(map, after, name, added) {
      const before = value(`${map}/${after}`);
      const lines = keyYaml(name, added);
      if (text[value(map).start] === "{")
        insert(before.end, `, ${keyYaml(name, added, Number.POSITIVE_INFINITY).join("")}`);
      else insert(lineEnd(before.end), below(key(`${map}/${after}`).column - 1, lines));
    },
    append(list, items) {
      const held = at(document.value, list);
      if (items.length === 0) return;
      if (!Array.isArray(held)) {
        addTable(list.slice(1), items);
        return;
      }
      const whole = value(list);
      const isFlow = text[whole.start] === "[";
      if (held.length === 0 && isFlow) {
        edits.push({
          ...whole,
          text: items.map((lines) => below(key(list).column + 1, dashed(lines))).join(""),
        });
      } else if (isFlow) {
        insert(whole.end - 1, items.map((lines) => `, ${lines.join(" ")}`).join(""));
      } else {
        const first = value(`${list}/0`).start;
        const line = text.slice(text.lastIndexOf("\n", first - 1) + 1, first);
        const last = value(`${list}/${held.length - 1}`).end;
        insert(lineEnd(last), items.map((lines) => below(line.indexOf("-"), dashed(lines))).join(""));
      }
    },
    text() {
      let done = "";
      let from = 0;
      for (const edit of [...edits].sort((left, right) => left.start - right.start)) {
        done += text.slice(from, edit.start) + edit.text;
        from = Math.max(from, edit.end);
      }
      return done + text.slice(from);
    },
  };
}

function dashed(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${index === 0 ? "- " : "  "}${line}`);
}

/** The start of the line, or of the comments that stand right above it. */
function aboveComments(text: string, at: number): number {
  let start = text.lastIndexOf("\n", at - 1) + 1;
  while (start > 0) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    if (!/^\s*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce((inner: unknown, step) => Object.entries(inner ?? {}).find(([key]) => key === step)?.[1], value);
}
