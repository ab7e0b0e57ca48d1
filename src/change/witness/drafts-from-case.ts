import type { Witness } from "../../model/comparison.ts";
import type { JsonValue } from "../../model/document.ts";
import { vocabulary } from "../../model/generated/vocabulary-value.ts";
import type { Row } from "../../model/row.ts";
import { type FactValue, NONE, UNKNOWN } from "../../model/value.ts";
import type { CheckedRule } from "../../rules/checked-policies.ts";
import { cellFinder } from "../../rules/compile/read-fact.ts";
import { manifestText } from "../../rules/manifest-text.ts";
import type { Vocabulary } from "../../rules/vocabulary.ts";
import { rowsOf } from "../coverage/rows-of-clause.ts";
import { replaceAt } from "../mutants/replace-at.ts";
import type { Draft } from "./draft.ts";
import { placeOfFact } from "./place-of-fact.ts";
import type { Seed } from "./seeds.ts";
import { atLowerTiers, atStages } from "./surroundings-of-draft.ts";

/** Rows of one example a case is written into. */
const ROWS = 6;

/**
 * Drafts that write a case, as values of facts, into examples, at one row after the other and at every
 * stage and tier. Only facts that are read from one place can be written.
 */
export function* draftsFromCase(
  { date, assignment }: Witness,
  rule: CheckedRule,
  seeds: readonly Seed[],
  facts: Vocabulary["facts"],
): Generator<Draft> {
  const clause = rule.clauses.find(({ subject }) => subject === assignment.subject);
  if (clause === undefined) return;
  for (const { prepared, draft } of seeds) {
    for (const row of rowsOf(clause, prepared).slice(0, ROWS)) {
      const whole = written(draft.whole, row, assignment.facts, date, facts);
      if (whole === undefined) continue;
      const first = { ...draft, asOf: date, whole };
      yield first;
      yield* atStages(first);
      for (const lower of atLowerTiers(first)) {
        yield lower;
        const again = written(lower.whole, row, assignment.facts, date, facts);
        if (again !== undefined) yield { ...lower, whole: again };
      }
    }
  }
}

function written(
  whole: JsonValue,
  row: Row,
  values: Witness["assignment"]["facts"],
  date: string,
  facts: Vocabulary["facts"],
): JsonValue | undefined {
  let changed = whole;
  for (const [name, value] of Object.entries(values)) {
    const fact = facts.get(name);
    if (fact === undefined || fact.subject === undefined) continue;
    const found = cellFinder(date)(fact, row);
    const at = placeOfFact(name, found.row, found.cell, vocabulary);
    const json = jsonOf(value, fact.type === "set");
    if (at !== undefined && json !== undefined && !name.endsWith(".tier") && name !== "system.stage") {
      changed = replaceAt(changed, at.split("/").slice(1), json);
    }
  }
  return changed === whole ? undefined : changed;
}

/** A value as a manifest holds it; `undefined` for a range, which stands nowhere as such. */
function jsonOf(value: FactValue, set: boolean): JsonValue | undefined {
  if (value === UNKNOWN) return null;
  if (value === NONE) return set ? [] : "none";
  if (value instanceof Set) return [...value];
  if (typeof value === "boolean" || typeof value === "number") return value;
  return manifestText(value);
}
