import type { NestedSubject } from "../../model/row.ts";
import { type FactValue, NONE } from "../../model/value.ts";
import type { CheckedClause, CheckedDefinition } from "../checked-policies.ts";
import type { Comparison, Condition } from "../form.ts";
import type { Operator } from "../operators.ts";
import { possibleKeys } from "../possible-keys.ts";
import type { Fact } from "../vocabulary.ts";
import type { Right } from "./atoms.ts";
import { type Keys, keysOf, rightOf, rowsOf } from "./operands.ts";

/** A limit that a condition of a clause sets on a day, in one row of a table. */
export interface Limit {
  readonly fact: Fact;
  readonly operator: Operator;
  readonly right: Right;
  /** The row of each table, by key; empty where the limit stands in none. */
  readonly row: Keys;
  /** The place of the condition in its policy; of a definition's, in the definition's. */
  readonly pointer: string;
  /** The rows that hang on the party, where it is set for one of those. */
  readonly nested: NestedSubject | undefined;
  /** The definitions it is read through, outermost first. */
  readonly through: readonly string[];
}

const LIMITS: readonly Operator[] = [
  "at_most",
  "at_least",
  "less_than",
  "more_than",
  "before",
  "after",
  "on_or_before",
  "on_or_after",
  "in_last",
  "in_next",
];

/** Every limit in the conditions of a clause, those of the definitions it tests included, each row of a table by itself. */
export function limitsIn(
  { when, unless, require }: CheckedClause,
  definitions: ReadonlyMap<string, CheckedDefinition>,
  today: string,
): readonly Limit[] {
  const seen = new Set<string>();
  type Place = Pick<Limit, "through" | "nested">;
  const all = (conditions: readonly Condition[], place: Place): readonly Limit[] =>
    conditions.flatMap((condition) => one(condition, place));
  const one = (condition: Condition, place: Place): readonly Limit[] => {
    switch (condition.kind) {
      case "comparison":
        return limitsOf(condition, today).map((limit) => ({ ...limit, ...place }));
      case "any":
        return all(condition.members, place);
      case "some":
        return all(condition.where, { ...place, nested: condition.subject });
      case "definition": {
        if (seen.has(condition.name)) return [];
        seen.add(condition.name);
        const through = [...place.through, condition.name];
        return all(definitions.get(condition.name)?.means ?? [], { ...place, through });
      }
    }
  };
  return all([...when, ...unless.flat(), ...require], { through: [], nested: undefined });
}

function limitsOf(
  { fact, operator, operand, pointer }: Comparison,
  today: string,
): readonly Omit<Limit, "through" | "nested">[] {
  if (operand === undefined || !LIMITS.includes(operator) || fact.subject === undefined) return [];
  let rows: readonly Keys[] = [new Map()];
  for (const key of keysOf(operand)) {
    const names = new Set([...possibleKeys(key), ...rowsOf(operand, key, today)]);
    rows = rows.flatMap((row) => [...names].map((name): Keys => new Map([...row, [key, name]])));
  }
  return rows.map((row) => ({ fact, operator, right: rightOf(operand, row, today), row, pointer }));
}

/** The value of a table's key that chooses a row. */
export function keyValue(key: Fact, row: string): FactValue {
  if (row === "none") return NONE;
  return key.type === "boolean" ? row === "true" : row;
}
