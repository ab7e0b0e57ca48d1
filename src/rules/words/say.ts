import type { Language } from "../../model/language.ts";
import { PHRASES, type PhraseKey } from "./phrases.ts";

type Values = Readonly<Record<string, string | number>>;

/**
 * A phrase of the rule language in one of its languages, with the plural forms that language has. Phrases use little of
 * ICU messages: blanks, and a plural around the whole. That little costs no library at start, nor in a browser.
 */
export function say(language: Language, key: PhraseKey, values: Values = {}): string {
  const message = PHRASES[language][key];
  const forms = /^\{n, plural, (.*)\}$/.exec(message)?.[1];
  return fill(forms === undefined ? message : formOf(forms, Number(values.n), language), values);
}

const rules = new Map<Language, Intl.PluralRules>();

function formOf(forms: string, n: number, language: Language): string {
  const chosen = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, chosen);
  const byName = new Map([...forms.matchAll(FORM)].map(([, name, form]) => [name, form]));
  return byName.get(chosen.select(n)) ?? byName.get("other") ?? "";
}

/** A form by its name; in its braces stand text and blanks. */
const FORM = /(\w+) \{((?:[^{}]|\{\w+\})*)\}/g;

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}
