export const LANGUAGES = ["en", "he", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in English and, where someone has translated it, in Hebrew and Arabic. */
export interface Texts {
  readonly en: string;
  readonly he?: string | undefined;
  readonly ar?: string | undefined;
}

/** The text in `language`, in English where no translation exists. */
export function textIn(texts: Texts, language: Language): string {
  return texts[language] ?? texts.en;
}

/** A text in each language. */
export function textsOf(text: (language: Language) => string): Texts {
  return { en: text("en"), he: text("he"), ar: text("ar") };
}

/** What something is called: a name, the same in every language, or a text in each. */
export type Wording = string | Texts;

/** What something is called in `language`. */
export function wordingIn(wording: Wording, language: Language): string {
  return typeof wording === "string" ? wording : textIn(wording, language);
}

/** Texts each once, told apart by their English, in the order of their first mention. */
export function eachOnce(texts: Iterable<Texts>): readonly Texts[] {
  const byEnglish = new Map<string, Texts>();
  for (const text of texts) if (!byEnglish.has(text.en)) byEnglish.set(text.en, text);
  return [...byEnglish.values()];
}

/** What stands between the names of a list. */
export const COMMA: Readonly<Record<Language, string>> = { en: ", ", he: ", ", ar: "، " };

/** What stands between sentences that are said in one breath. */
export const SEMICOLON: Readonly<Record<Language, string>> = { en: "; ", he: "; ", ar: "؛ " };

/** Something made once for each language. */
export function inEachLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return { en: make("en"), he: make("he"), ar: make("ar") };
}
