import type { Language } from "../model/language.ts";
import { resolveNode, type SchemaNode, type SchemaObject, typesOf } from "../parse/schema-node.ts";
import { fieldName } from "./field-hint.ts";
import { groupName } from "./group-names.ts";
import { valueName } from "./value-names.ts";

/** One field, block or list of a form on a page, in one language. */
export interface FormField {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly required?: true;
  readonly input: FormInput;
  /** Values to choose from, with what they are called. */
  readonly options?: readonly FormOption[];
  /** Whether `none` is an answer. */
  readonly none?: true;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Fields of a block, or of each row of a list. */
  readonly fields?: readonly FormField[];
}

/** A value to choose, and what it is called. */
type FormOption = readonly [value: string, label: string];

/**
 * How a field is answered. `fixed` is written as it is and never asked; `written` is too intricate for a control and is
 * left to the text.
 */
type FormInput =
  | "fixed"
  | "text"
  | "number"
  | "integer"
  | "date"
  | "yes-no"
  | "choice"
  | "choices"
  | "lines"
  | "block"
  | "rows"
  | "written";

/** The form of a kind of file, from its schema: fields in its order, with names a person reads. */
export function formModel(schema: SchemaObject, language: Language): readonly FormField[] {
  return fieldsOf(schema, schema, "", language);
}

function fieldsOf(
  root: SchemaObject,
  node: SchemaObject,
  path: string,
  language: Language,
): readonly FormField[] {
  return Object.entries(node.properties ?? {}).map(([key, child]) => {
    const below = path === "" ? key : `${path}.${key}`;
    const field = fieldOf(root, key, child, below, language);
    return node.required?.includes(key) === true ? { ...field, required: true } : field;
  });
}

function fieldOf(
  root: SchemaObject,
  key: string,
  child: SchemaNode,
  path: string,
  language: Language,
): FormField {
  const node = resolveNode(root, child);
  const item = node.items === undefined ? undefined : resolveNode(root, node.items);
  const types = typesOf(node) ?? [];
  const none = noneIn(node);
  if (node.properties !== undefined && !types.includes("string")) {
    return {
      key,
      ...named(node, path, key, language, true),
      input: "block",
      fields: fieldsOf(root, node, path, language),
    };
  }
  if (item?.properties !== undefined) {
    const fields = fieldsOf(root, item, `${path}[]`, language);
    return { key, ...named(node, path, key, language, true), input: "rows", ...none, fields };
  }
  const values = (item ?? node).enum;
  const control = {
    input: inputOf(node, item, types),
    ...(values === undefined ? {} : { options: optionsOf(values, path, language) }),
    ...none,
    ...(node.pattern === undefined || item !== undefined ? {} : { pattern: node.pattern }),
    ...(node.minimum === undefined ? {} : { minimum: node.minimum }),
    ...(node.maximum === undefined ? {} : { maximum: node.maximum }),
  };
  return { key, ...named(node, path, key, language, false), ...control };
}

/** `none` as an answer of its own; where it is one of the values to choose from, it is chosen there. */
function noneIn({ pattern, enum: values }: SchemaObject): { readonly none?: true } {
  return values === undefined && pattern !== undefined && /\bnone\b/.test(pattern) ? { none: true } : {};
}

const DATE = "[0-9]{4}-";

function inputOf(node: SchemaObject, item: SchemaObject | undefined, types: readonly string[]): FormInput {
  if (node.const !== undefined) return "fixed";
  if (item !== undefined) return item.enum === undefined ? "lines" : "choices";
  if (node.enum !== undefined) return "choice";
  if (types.includes("boolean")) return "yes-no";
  if (types.includes("object")) return "written";
  if (types.includes("integer")) return "integer";
  if (types.includes("number")) return "number";
  return node.pattern?.includes(DATE) === true && !node.pattern.includes("https") ? "date" : "text";
}

function optionsOf(values: readonly unknown[], path: string, language: Language): readonly FormOption[] {
  return values.flatMap((value) =>
    typeof value === "string"
      ? [[value, capital(valueName(value, path, language) ?? inWords(value))] as const]
      : [],
  );
}

/** English has a short name and an explanation; in the other languages the name explains itself. */
function named(
  node: SchemaObject,
  path: string,
  key: string,
  language: Language,
  isGroup: boolean,
): Pick<FormField, "label" | "help"> {
  const own = isGroup ? groupName(path, language) : undefined;
  const said = fieldName(node, path, language);
  if (language === "en") {
    const label = own ?? inWords(key);
    // Two words repeat the name: "Its name".
    return said.split(" ").length <= 2 ? { label } : { label, help: said };
  }
  return { label: own ?? (said === "" ? inWords(key) : said) };
}

/** `tender_published_on` as a person writes it: `Tender published on`. */
function inWords(key: string): string {
  return KEPT.get(key) ?? capital(key.replace(/_/g, " "));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A map, since entries by the name of a language are taken for words of that language and left out of the other bundles. */
const KEPT: ReadonlyMap<string, string> = new Map([
  ["id", "Id"],
  ["en", "In English"],
  ["he", "In Hebrew"],
  ["ar", "In Arabic"],
  ["cbs_code", "Locality code (CBS)"],
  ["lat", "Latitude"],
  ["lon", "Longitude"],
  ["value_nis", "Value in NIS"],
  ["independent_estimate_nis", "Independent estimate in NIS"],
  ["dpia", "Data protection impact assessment"],
  ["mac_ouis", "MAC address prefixes"],
  ["fcc_ids", "FCC ids"],
]);
