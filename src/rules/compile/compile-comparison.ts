import { type FactValue, NONE, UNKNOWN } from "../../model/value.ts";
import { comparison } from "../compare-values.ts";
import type { Comparison } from "../form.ts";
import { agreed } from "../truth.ts";
import type { LeafParts } from "../words/leaf-words.ts";
import type { CompileContext, CompiledCondition } from "./compile-condition.ts";
import { compileOperand, singleValue } from "./compile-operand.ts";
import { passingTurns } from "./passing-turns.ts";
import { type FoundCell, turnsBeside, valueReader } from "./read-fact.ts";

/** Compiles a comparison of a fact with an operand, and one that only asks whether something is written. */
export function compileComparison(condition: Comparison, context: CompileContext): CompiledCondition {
  const { operand } = condition;
  return operand === undefined
    ? compileWritten(condition, context)
    : compileCompared(condition, operand, context);
}

function compileWritten({ fact, operator }: Comparison, { find, words }: CompileContext): CompiledCondition {
  const holds = ({ cell, value }: FoundCell) =>
    operator === "stated" ? cell.stated : value !== UNKNOWN && value !== NONE;
  return {
    test: (row) => holds(find(fact, row)),
    explain: (row, place) => {
      const found = find(fact, row);
      const truth = holds(found);
      const turns = () => found.cell.dates ?? [];
      const leaf = words.leaf({ fact, operator, operand: undefined, found, truth, place, turns });
      return {
        truth,
        leaves: [leaf],
        cells: () => [found.cell],
        turns: () => [...turns(), ...turnsBeside(found)],
      };
    },
  };
}

function compileCompared(
  asked: Comparison,
  written: NonNullable<Comparison["operand"]>,
  { asOf, find, words }: CompileContext,
): CompiledCondition {
  const { fact, operator } = asked;
  const operand = compileOperand(written, asOf, find);
  const compare = comparison(operator, fact, asOf);
  const { constant } = operand;
  const read = valueReader(fact, asOf);
  const answer = (value: FactValue, others: readonly FactValue[]) =>
    agreed(others.map((other) => compare(value, other)));
  return {
    test:
      constant === undefined
        ? (row) => answer(read(row), operand.values(row))
        : (row) => compare(read(row), constant),
    explain: (row, place) => {
      const found = find(fact, row);
      const values = operand.values(row);
      const truth = answer(found.value, values);
      const turns = () => [
        ...(found.cell.dates ?? []),
        ...operand.turns(row),
        ...passingTurns({ comparison: asked, written, operand, found, row, asOf }),
      ];
      const single = singleValue(values);
      const parts: LeafParts = { fact, operator, operand: single, found, truth, place, written, turns };
      const missing =
        truth === undefined ? operand.reads.filter((read) => find(read, row).value === UNKNOWN) : [];
      const leaves = missing.map((read) => words.missing(read, find(read, row), operator, place));
      const known = found.value !== UNKNOWN && missing.length > 0;
      const looked = () => [found, ...operand.reads.map((read) => find(read, row))];
      return {
        truth,
        leaves: known ? leaves : [words.leaf(parts), ...leaves],
        cells: () => looked().map(({ cell }) => cell),
        turns: () => [...turns(), ...looked().flatMap(turnsBeside)],
      };
    },
  };
}
