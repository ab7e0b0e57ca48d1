import { vocabulary } from "../model/generated/vocabulary-value.ts";
import type { Texts } from "../model/language.ts";
import type { SubjectName } from "../model/row.ts";

/** A value of a fact that takes set words, as a plain word in English and by its label in the other languages. */
export function valueTexts(fact: string, value: string): Texts {
  const label = vocabulary.facts[fact]?.value_labels?.[value];
  return { en: value.replaceAll("_", " "), he: label?.he, ar: label?.ar };
}

/** What a row is called that nothing names, by its subject. */
export function subjectTexts(subject: SubjectName): Texts {
  const title = vocabulary.subjects[subject]?.title;
  return { en: subject, he: title?.he, ar: title?.ar };
}
