import type { Language } from "../model/language.ts";
import { isRightToLeft } from "./isolate.ts";
import { folded } from "./markdown-body.ts";

const NAMES: Readonly<Record<Language, string>> = { en: "English", he: "עברית", ar: "العربية" };

/** Markdown in another language than what stands around it, folded away under that language's name, in its own direction. */
export function foldTranslation(language: Language, body: string): string {
  return folded(
    NAMES[language],
    `<div dir="${isRightToLeft(language) ? "rtl" : "ltr"}">\n\n${body}\n\n</div>`,
  );
}
