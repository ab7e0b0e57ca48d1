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
