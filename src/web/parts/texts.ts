import type { Language, Texts } from "../../model/language.ts";
import { sentence } from "../../render/words.ts";
import { type Html, html } from "../html.ts";
import { type Messages, sayingIn } from "../say.ts";

/** A text of a policy, beginning like a sentence; where nobody translated it, in English, and saying so. */
export function texts(text: Texts, language: Language): Html {
  const own = text[language];
  if (own !== undefined) return html`${sentence(own)}`;
  return html`<bdi lang="en" dir="ltr">${sentence(text.en)}</bdi> <small class="untranslated">(${sayingIn(WORDS, language)("untranslated")})</small>`;
}

/** The same as plain text, for titles and descriptions. */
export function plainTexts(text: Texts, language: Language): string {
  return sentence(text[language] ?? text.en);
}

const WORDS: Messages<"untranslated"> = {
  en: { untranslated: "not translated, shown in English" },
  he: { untranslated: "לא תורגם, מוצג באנגלית" },
  ar: { untranslated: "غير مترجم، معروض بالإنجليزية" },
};
