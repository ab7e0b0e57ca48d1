import type { Language } from "../model/language.ts";
import { AR } from "./block-comments-ar.ts";
import { EN } from "./block-comments-en.ts";
import { HE } from "./block-comments-he.ts";

/** What stands above each block of a form, by path, one line each; `head` and `answered` stand at the top of the file. */
export type BlockComments = Readonly<Record<keyof typeof EN, readonly string[]>>;

const COMMENTS: Readonly<Record<Language, BlockComments>> = { en: EN, he: HE, ar: AR };

/** The comments of a form in one language. */
export function blockComments(language: Language): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(COMMENTS[language]));
}
