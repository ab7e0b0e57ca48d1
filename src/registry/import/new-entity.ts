import type { Entity } from "../../model/generated/registry.ts";
import { isLegalSuffix } from "../legal-suffix.ts";
import { foldMarks, wordsOf } from "../normalize-name.ts";
import type { ListEntry } from "./list-entry.ts";

/** Longest id made from a name, without its prefix. */
const LONGEST = 60;

/**
 * An entity for a name nobody goes by yet, with what the file says of it; nothing where no id can be made from
 * the name. The id is a proposal: `body:` where it is a state body, and any shorter form, is for a person.
 */
export function newEntity(
  entry: ListEntry & { readonly name: string },
  source: string,
  freeId: (wanted: string) => string,
): Entity | undefined {
  const key = keyOf(entry.name);
  if (key === "") return undefined;
  const names = entry.aliases.map((text) => ({ text, lang: languageOf(text), kind: "variant" as const }));
  return {
    id: freeId(`vendor:${key}`),
    legal_name: entry.name,
    ...(names.length > 0 ? { names } : {}),
    jurisdiction: entry.country ?? null,
    ...(Object.keys(entry.identifiers).length > 0 ? { identifiers: entry.identifiers } : {}),
    sources: [source],
  };
}

/** The language of a name as far as its script tells, ISO 639. */
export function languageOf(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return "zh";
  return /^[\p{Script=Latin}\p{Script=Common}]*$/u.test(name) ? "en" : "und";
}

/** The Latin words of a name without its legal form, parted by hyphens. */
function keyOf(name: string): string {
  const words = wordsOf(foldMarks(name))
    .map((word) => word.replace(/[^a-z0-9]/g, ""))
    .filter((word) => word !== "");
  while (words.length > 1 && isLegalSuffix(words.at(-1) ?? "")) words.pop();
  while (words.length > 1 && words.join("-").length > LONGEST) words.pop();
  return words.join("-").slice(0, LONGEST);
}
