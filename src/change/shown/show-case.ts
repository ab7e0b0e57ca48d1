import type { Assignment, FactValues, Said, TierWitness, Witness } from "../../model/comparison.ts";
import { vocabulary } from "../../model/generated/vocabulary-value.ts";
import { type Language, SEMICOLON } from "../../model/language.ts";
import type { ShownCase, ShownOutcome, ShownTierCase } from "../../model/set-change.ts";
import { witnessYaml } from "../../rules/compare/witness-yaml.ts";
import type { Vocabulary } from "../../rules/vocabulary.ts";
import { valueWords } from "../../rules/words/value-words.ts";

/** A case in words and as a fragment, with what each version says of it. */
export function showCase(witness: Witness, words: Vocabulary, language: Language): ShownCase {
  const { date, assignment, before, after } = witness;
  return { date, ...shown(assignment, words, language), before: outcome(before), after: outcome(after) };
}

/** The same for a case in which ladders give different tiers. */
export function showTierCase(witness: TierWitness, words: Vocabulary, language: Language): ShownTierCase {
  const { date, assignment, before, after } = witness;
  return { date, ...shown(assignment, words, language), before, after };
}

function shown(
  assignment: Assignment,
  words: Vocabulary,
  language: Language,
): Pick<ShownCase, "subject" | "facts" | "yaml"> {
  const nested = Object.entries(assignment.nested).flatMap(([name, rows]) => {
    const label = words.subjects.get(name)?.title[language] ?? name;
    return rows.map((row) => ({
      label,
      value: factsIn(row, words, language)
        .map(({ label: of, value }) => `${of}: ${value}`)
        .join(SEMICOLON[language]),
    }));
  });
  return {
    subject: words.subjects.get(assignment.subject)?.title[language] ?? assignment.subject,
    facts: [...factsIn(assignment.facts, words, language), ...nested],
    yaml: witnessYaml(assignment, vocabulary),
  };
}

function factsIn(
  values: FactValues,
  { facts }: Vocabulary,
  language: Language,
): readonly { readonly label: string; readonly value: string }[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const fact = facts.get(name);
    if (fact === undefined) return [];
    return [{ label: fact.label[language], value: valueWords(value, fact, language) }];
  });
}

function outcome({ outcome: of, effect, upcoming, waived, clause }: Said): ShownOutcome {
  return { outcome: of, effect, upcoming, waived, clause };
}
