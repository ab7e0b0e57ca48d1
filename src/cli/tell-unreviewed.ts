import type { Bundle } from "../engine/bundle.ts";
import type { PolicyRule } from "../model/generated/policy.ts";
import type { Language } from "../model/language.ts";
import type { Io } from "./io.ts";

/** Says once how many texts of the rules shown nobody has reviewed in their language; nothing in English, where they are written. */
export function tellUnreviewed(rules: Iterable<string>, language: Language, bundle: Bundle, io: Io): void {
  if (language === "en") return;
  const shown = new Set(rules);
  const texts = bundle.policyDocuments
    .flatMap(({ value }) => value.rules)
    .filter(({ id }) => shown.has(id))
    .flatMap(textsOf)
    .filter((text) => text[language] !== undefined);
  const open = texts.filter(({ reviewed_by }) => reviewed_by === undefined).length;
  if (open > 0) io.err(WORDS[language](open, texts.length));
}

function textsOf({ title, why, help }: PolicyRule) {
  return [title, why, ...(help === undefined ? [] : [help])];
}

const WORDS: Readonly<Record<Exclude<Language, "en">, (open: number, all: number) => string>> = {
  he: (open, all) => `טקסטים של כללים שאיש עדיין לא בדק את תרגומם לעברית: ${open} מתוך ${all}\n`,
  ar: (open, all) => `نصوص قواعد لم يراجع أحد بعد ترجمتها إلى العربية: ${open} من ${all}\n`,
};
