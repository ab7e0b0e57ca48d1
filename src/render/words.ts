import type { Language } from "../model/language.ts";
import { AR } from "./words-ar.ts";
import { EN, type Forms } from "./words-en.ts";
import { HE } from "./words-he.ts";

export type Word = keyof typeof EN;
export type Words = Readonly<Record<Word, string | Forms>>;

/** Says one of the words of rendered reports: `n` picks the plural form and fills `#`, the rest fill `{name}`. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

const WORDS: Readonly<Record<Language, Words>> = { en: EN, he: HE, ar: AR };

/** The words of rendered reports in one language. */
export function sayIn(language: Language): Say {
  return sayFrom(WORDS[language], language);
}

/**
 * The words of a list in the language it is of. Plural forms are picked with the platform's own `Intl.PluralRules`:
 * it costs a tenth of a millisecond at start, a message-format library ten.
 */
export function sayFrom<W extends string>(
  words: Readonly<Record<W, string | Forms>>,
  language: Language,
): (word: W, values?: Readonly<Record<string, string | number>>) => string {
  let plurals: Intl.PluralRules | undefined;
  return (word, values = {}) => {
    const entry = words[word];
    if (typeof entry === "string") return fill(entry, values);
    const count = Number(values.n);
    plurals ??= new Intl.PluralRules(language);
    const form = entry[plurals.select(count)] ?? entry.other;
    return fill(form.replace("#", String(count)), values);
  };
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text with its first letter as a capital; other scripts have none and stay as they are. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
