import type { Assignment, FactValues } from "../../model/comparison.ts";
import type { VocabularyDocument } from "../../model/generated/vocabulary.ts";
import { type FactValue, NONE, UNKNOWN } from "../../model/value.ts";
import { manifestText } from "../manifest-text.ts";

/** A block of a file as it is put together: keys with the value's text, or with a block; a list has one item. */
type Block = Map<string, string | Block>;

/** Paths that begin in a file of their own rather than in a manifest. */
const OWN_FILE = /^(?:arrangements|waivers)\[\]\./;
/** Stands for the key of any row of a map. */
const SAMPLE_KEY = "privacy";

/**
 * An assignment as a fragment that can be laid over a complete file of its kind: each fact at the place
 * the vocabulary reads it from, facts of a list's row together in one item. What is derived has no place
 * to write it, and stands in a comment with its value.
 */
export function witnessYaml(assignment: Assignment, vocabulary: VocabularyDocument): string {
  const root: Block = new Map();
  const comments: string[] = [];
  for (const [name, value] of Object.entries(assignment.facts)) {
    const from = vocabulary.facts[name]?.from ?? "derived";
    const isSet = vocabulary.facts[name]?.type === "set";
    if (from === "derived") comments.push(`# ${name}: ${written(value, false)}`);
    else
      place(
        root,
        from.replace(OWN_FILE, "").split("."),
        isSet && value === NONE ? "[]" : written(value, isText(name, vocabulary)),
      );
  }
  for (const [subject, rows] of Object.entries(assignment.nested)) comments.push(...nested(subject, rows));
  if (assignment.changes !== undefined) place(root, ["metadata", "changes"], changes(assignment.changes));
  if (assignment.waived === true) comments.push("# a waiver for the rule is on file");
  return [...comments, ...lines(root, "")].map((line) => `${line}\n`).join("");
}

function isText(name: string, vocabulary: VocabularyDocument): boolean {
  return vocabulary.facts[name]?.type === "text";
}

/** Sets what stands at a path such as `data.retention[].period` or `assessments.risks.*.score`. */
function place(block: Block, [key = "", ...rest]: readonly string[], text: string): void {
  const name = key === "*" ? SAMPLE_KEY : key;
  if (rest.length === 0) {
    block.set(name, text);
    return;
  }
  const found = block.get(name);
  const inner: Block = found instanceof Map ? found : new Map();
  block.set(name, inner);
  place(inner, rest, text);
}

function lines(block: Block, indent: string): readonly string[] {
  return [...block].flatMap(([name, value]) => {
    const isList = name.endsWith("[]");
    const key = `${indent}${isList ? name.slice(0, -2) : name}:`;
    if (typeof value === "string") return [`${key} ${value}`];
    if (!isList) return [key, ...lines(value, `${indent}  `)];
    const [first = "", ...rest] = lines(value, `${indent}    `);
    return [key, `${indent}  - ${first.trimStart()}`, ...rest];
  });
}

/** A value in YAML; `null` for a blank, so that what lies under it is blanked. */
function written(value: FactValue, quoted: boolean): string {
  if (value === UNKNOWN) return "null";
  if (value === NONE) return "none";
  if (value instanceof Set) return `[${[...value].map(word).join(", ")}]`;
  if (typeof value === "object" && "min" in value) return `between ${value.min} and ${value.max}`;
  const text = manifestText(value) ?? "null";
  return typeof value === "string" ? (quoted ? JSON.stringify(text) : word(text)) : text;
}

/** A word that YAML would read as something else stands in quotes. */
function word(text: string): string {
  return /^[a-z][a-z0-9_-]*$/.test(text) && !/^(?:yes|no|on|off|true|false|null|y|n)$/.test(text)
    ? text
    : JSON.stringify(text);
}

function nested(subject: string, rows: readonly FactValues[]): readonly string[] {
  if (rows.length === 0) return [`# no ${subject}`];
  return rows.map((row) => {
    const values = Object.entries(row).map(([name, value]) => `${name}: ${written(value, false)}`);
    return `# one ${subject} with ${values.join("; ")}`;
  });
}

function changes(listed: NonNullable<Assignment["changes"]>): string {
  const items = listed.map(({ kind, on }) => `{ kind: ${kind ?? "null"}, on: ${on} }`);
  return `[${items.join(", ")}]`;
}
