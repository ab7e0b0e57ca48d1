import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";

/** Words that people put into a file: as they wrote them, in their own direction, marked with their language where it is not the page's. */
export function ownWords(text: string, language: Language): Html {
  return isForeign(text, language)
    ? html`<bdi lang="${languageOf(text)}">${text}</bdi>`
    : html`<bdi>${text}</bdi>`;
}

/** Whether words are in another language than a page, as far as their letters show it. */
export function isForeign(text: string, language: Language): boolean {
  return (languageOf(text) ?? language) !== language;
}

/** By the first letter; numbers and signs have no language. */
function languageOf(text: string): Language | undefined {
  const [letter = ""] = /\p{L}/u.exec(text) ?? [];
  if (/\p{Script=Hebrew}/u.test(letter)) return "he";
  if (/\p{Script=Arabic}/u.test(letter)) return "ar";
  return /\p{Script=Latin}/u.test(letter) ? "en" : undefined;
}
