import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSON_SCHEMA, load } from "js-yaml";
import { vocabulary } from "../src/model/generated/vocabulary-value.ts";
import { ROOT, shippedBundle, sourcesUnder } from "./load-repository.ts";

/** Words that schemas and the vocabulary know: as values they are said by their label, never as they are written. */
const KNOWN_WORDS = new Set([
  ...Object.values(vocabulary.facts).flatMap(({ values }) => values ?? []),
  ...readdirSync(join(ROOT, "schemas"))
    .filter((file) => file.endsWith(".schema.json"))
    .flatMap((file) => enumsBelow(JSON.parse(readFileSync(join(ROOT, "schemas", file), "utf8")))),
]);

/** Names, ids and what people wrote: the texts of the register, the plan, the examples and the policies' sources, longest first. */
const NAMES = [
  ...new Set([
    ...[...sourcesUnder("policies"), ...sourcesUnder("examples")]
      .filter(({ file }) => file.endsWith(".yaml") && !/(policy|expected)\.yaml$/.test(file))
      .flatMap(({ bytes }) => textsBelow(load(new TextDecoder().decode(bytes), { schema: JSON_SCHEMA }))),
    ...shippedBundle().bundle.policyDocuments.flatMap(({ value }) => textsBelow(value.sources)),
  ]),
]
  .filter((name) => /[A-Za-z]/.test(name) && !KNOWN_WORDS.has(name))
  .sort((left, right) => right.length - left.length);

/** A word in Latin letters that begins small: no name and no abbreviation. */
const SMALL_WORD = /(?<![A-Za-z0-9._:/-])[a-z][a-z']+(?![A-Za-z0-9_/-]|[.:][A-Za-z0-9])/g;

/** Values that are written into a file as they are. */
const CODE = new Set(["true", "false"]);

/** The English words in a Hebrew or Arabic text that are no name, id, code, quoted text or file path. */
export function englishIn(text: string): readonly string[] {
  // The subject in front of a message is put into a code span as a whole, and is no quotation.
  const subject = /^`([^`]*)`: /.exec(text)?.[1] ?? "";
  const said = `${subject}  ${text.replace(/`[^`]*`/g, " ")}`;
  if (said.match(SMALL_WORD) === null) return [];
  const own = NAMES.reduce((rest, name) => (rest.includes(name) ? rest.replaceAll(name, " ") : rest), said);
  return (own.match(SMALL_WORD) ?? []).filter((word) => !CODE.has(word));
}

function textsBelow(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsBelow);
}

function enumsBelow(node: unknown): readonly string[] {
  if (node === null || typeof node !== "object") return [];
  const own: readonly unknown[] = "enum" in node && Array.isArray(node.enum) ? node.enum : [];
  return [...own.filter((word) => typeof word === "string"), ...Object.values(node).flatMap(enumsBelow)];
}
