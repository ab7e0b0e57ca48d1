import type { Language } from "../model/language.ts";
import { RULE_WORDS, type RuleWord } from "../rules/words/rule-words.ts";
import { POLICY_AR } from "./words/policy-ar.ts";
import { POLICY_EN } from "./words/policy-en.ts";
import { POLICY_HE } from "./words/policy-he.ts";
import { REGISTERS_AR } from "./words/registers-ar.ts";
import { REGISTERS_EN } from "./words/registers-en.ts";
import { REGISTERS_HE } from "./words/registers-he.ts";
import { VENDORS_AR } from "./words/vendors-ar.ts";
import { VENDORS_EN } from "./words/vendors-en.ts";
import { VENDORS_HE } from "./words/vendors-he.ts";

/** English, and with it the list of words every language has. `{x}` is filled in. */
const EN = { ...POLICY_EN, ...VENDORS_EN, ...REGISTERS_EN };

export type SiteWord = keyof typeof EN | RuleWord;

/** Says one of the words of the pages; values fill `{name}`. They are Markdown already, except for what is filled in. */
export type SiteSay = (word: SiteWord, values?: Readonly<Record<string, string | number>>) => string;

export const SITE_WORDS: Readonly<Record<Language, Readonly<Record<SiteWord, string>>>> = {
  en: { ...RULE_WORDS.en, ...EN },
  he: { ...RULE_WORDS.he, ...POLICY_HE, ...VENDORS_HE, ...REGISTERS_HE },
  ar: { ...RULE_WORDS.ar, ...POLICY_AR, ...VENDORS_AR, ...REGISTERS_AR },
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
