import type { FactValues, Said, Witness } from "../../model/comparison.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { valueWords } from "../words/value-words.ts";

/** A case in which an overlay and its policy differ, and what each says of it, in one English sentence. */
export function witnessWords({ date, assignment, before, after }: Witness, vocabulary: Vocabulary): string {
  const subject = vocabulary.subjects.get(assignment.subject)?.title.en ?? assignment.subject;
  const lists = Object.entries(assignment.nested).flatMap(([name, rows]) => {
    const title = vocabulary.subjects.get(name)?.title.en ?? name;
    return rows.map((row) => `${title} (${factWords(row, vocabulary)})`);
  });
  const known = [factWords(assignment.facts, vocabulary), ...lists].filter((words) => words !== "");
  return `on ${date}, for a case of ${subject} (${known.join("; ")}), the policy says: ${saidWords(before)}; the overlay says: ${saidWords(after)}`;
}

function factWords(facts: FactValues, { facts: known }: Vocabulary): string {
  return Object.entries(facts)
    .flatMap(([name, value]) => {
      const fact = known.get(name);
      return fact === undefined ? [] : [`${fact.label.en}: ${valueWords(value, fact, "en")}`];
    })
    .join("; ");
}

function saidWords({ outcome, effect, upcoming, waived }: Said): string {
  if (effect === null) return outcome === "pass" ? "passes" : "does not apply";
  const weight = upcoming ? `${effect}, announced` : effect;
  const result = outcome === "unknown" ? `undecided (${weight})` : `fails (${weight})`;
  return waived ? `${result}, waived` : result;
}
