import { vocabulary } from "../model/generated/vocabulary-value.ts";
import type { Language } from "../model/language.ts";
import { resolveNode, type SchemaObject, typesOf } from "../parse/schema-node.ts";
import { FIELD_NAMES } from "./field-names.ts";

/** What a field is and what may be written there, for the comment beside it. */
export function fieldHint(root: SchemaObject, node: SchemaObject, path: string, language: Language): string {
  if (node.const !== undefined) return "";
  const forms = (node.anyOf ?? [node]).flatMap((one) => formsOf(root, resolveNode(root, one), language));
  // A text that may be anything needs no word beside its name.
  const form = forms.length === 1 && forms[0] === WORDS[language].text ? "" : forms.join(" | ");
  return [fieldName(node, path, language), form].filter((part) => part !== "").join(": ");
}

/**
 * What a field is called: in English as its schema describes it, else as findings name the fact read from it,
 * so that a finding and the form use the same words.
 */
export function fieldName(node: SchemaObject, path: string, language: Language): string {
  if (language === "en") return described(node.description ?? "");
  const own = FIELD_NAMES[path] ?? FIELD_NAMES[path.replace(/^.*\./, "")];
  return LABELS.get(path.replace(/risks\.\w+\./, "risks.*."))?.[language] ?? own?.[language] ?? "";
}

const LABELS = new Map(Object.values(vocabulary.facts).map(({ from, label }) => [from, label]));

/** The description without what stands beside the field as its form, or at the head of the file. */
function described(text: string): string {
  return text.replace(SAID, "").trim().replace(/\.$/, "");
}

const SAID =
  / ?(?:Write `none`|[Bb]lank means unknown|`none` means there is nobody|A date, YYYY|A(?:n| quoted) ISO|Quoted ISO|A registry id such as)[^.;]*[.;]?/g;

const WORDS: Readonly<Record<Language, { readonly text: string; readonly number: string }>> = {
  en: { text: "text", number: "number" },
  he: { text: "טקסט", number: "מספר" },
  ar: { text: "نص", number: "رقم" },
};

/** What may be written: values, or an example of the form. */
function formsOf(root: SchemaObject, node: SchemaObject, language: Language): readonly string[] {
  const none = /`none`/.test(node.description ?? "") ? ["none"] : [];
  if (node.const !== undefined) return [String(node.const)];
  if (node.enum !== undefined) return node.enum.flatMap((value) => (value === null ? [] : [String(value)]));
  if (node.items !== undefined) {
    if (resolveNode(root, node.items).properties !== undefined) return ["[]", ...none];
    const item = formsOf(root, resolveNode(root, node.items), language);
    return [`[${item.length > 1 ? item.join(", ") : `${item.join()}, …`}]`, ...(none.length > 0 ? none : [])];
  }
  const types = typesOf(node) ?? [];
  if (types.includes("boolean")) return ["true", "false"];
  if (types.includes("object")) {
    const keys = Object.keys(node.properties ?? {});
    return [keys.length === 0 ? "{ id: 1 }" : `{ ${keys.map((key) => `${key}: …`).join(", ")} }`];
  }
  const form = FORMS.find(([part]) => node.pattern?.includes(part))?.[1];
  const number = types.includes("number") || types.includes("integer");
  if (form !== undefined) return [form, ...none];
  if (number)
    return [
      node.maximum === undefined ? WORDS[language].number : `${node.minimum ?? 0}-${node.maximum}`,
      ...none,
    ];
  return types.includes("string") ? [WORDS[language].text, ...none] : [];
}

/** A part of a pattern, and an example of what matches it. */
const FORMS: readonly (readonly [string, string])[] = [
  ["[0-9]{4}-", "YYYY-MM-DD"],
  ["P(?=", "P30D"],
  ["^[A-Z]{2}$", '"IL"'],
  ["[0-9a-f]{64}", "sha256"],
  ["https://", "https://…"],
  ["^(self|none|", "vendor:name | self"],
  ["[0-9A-Fa-f]{2}:", '"44:19:B6"'],
];
