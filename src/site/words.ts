import type { Language } from "../model/language.ts";
import { AR } from "./words-ar.ts";
import { EN } from "./words-en.ts";
import { HE } from "./words-he.ts";

export type SiteWord = keyof typeof EN;

/** Says one of the words of the pages; values fill `{name}`. They are Markdown already, except for what is filled in. */
export type SiteSay = (word: SiteWord, values?: Readonly<Record<string, string | number>>) => string;

export const SITE_WORDS: Readonly<Record<Language, Readonly<Record<SiteWord, string>>>> = {
  en: EN,
  he: HE,
  ar: AR,
};

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  he: "עברית",
  ar: "العربية",
};

/** The words of the pages in one language. */
export function siteSay(language: Language): SiteSay {
  return (word, values = {}) =>
    SITE_WORDS[language][word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
