import type { Assignment, FactValues } from "../../model/comparison.ts";
import type { Language } from "../../model/language.ts";
import { UNKNOWN } from "../../model/value.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { say } from "../words/say.ts";
import { valueWords } from "../words/value-words.ts";

/** An assignment in words, one line a fact, "label: value", those that are blank last; rows of a party each on a line. */
export function assignmentWords(
  { facts, nested }: Assignment,
  vocabulary: Vocabulary,
  language: Language,
): readonly string[] {
  const rows = Object.entries(nested).flatMap(([subject, list]) => {
    const title = vocabulary.subjects.get(subject)?.title[language] ?? subject;
    const join = say(language, "separator");
    if (list.length === 0)
      return [say(language, "labelled", { label: title, phrase: say(language, "none") })];
    return list.map((row) =>
      say(language, "labelled", { label: title, phrase: lines(row, vocabulary, language).join(join) }),
    );
  });
  return [...lines(facts, vocabulary, language), ...rows];
}

function lines(values: FactValues, vocabulary: Vocabulary, language: Language): readonly string[] {
  const entries = Object.entries(values);
  const known = entries.filter(([, value]) => value !== UNKNOWN);
  const blank = entries.filter(([, value]) => value === UNKNOWN);
  return [...known, ...blank].flatMap(([name, value]) => {
    const fact = vocabulary.facts.get(name);
    if (fact === undefined) return [];
    const phrase = valueWords(value, fact, language);
    return [say(language, "labelled", { label: fact.label[language], phrase })];
  });
}
