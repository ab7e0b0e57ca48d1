import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../../model/language.ts";
import { PHRASES, type PhraseKey } from "./phrases.ts";

const formats = new Map<string, IntlMessageFormat>();

/** A phrase of the rule language in one of its languages, with the plural forms that language has. */
export function say(
  language: Language,
  key: PhraseKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const id = `${language} ${key}`;
  let format = formats.get(id);
  if (format === undefined) {
    format = new IntlMessageFormat(PHRASES[language][key], language, undefined, { ignoreTag: true });
    formats.set(id, format);
  }
  return String(format.format(values));
}
