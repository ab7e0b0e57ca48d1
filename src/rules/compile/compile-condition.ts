import type { NestedSubject, Row } from "../../model/row.ts";
import type { Leaf, Part } from "../../model/rule.ts";
import type { Turn } from "../../model/turn.ts";
import { type FactValue, NONE, type Truth, UNKNOWN } from "../../model/value.ts";
import type { CheckedDefinition } from "../checked-policies.ts";
import { comparison } from "../compare-values.ts";
import type { AnyOf, Comparison, Condition, DefinitionTest, Some } from "../form.ts";
import { agreed, allTrue, anyTrue } from "../truth.ts";
import type { LeafParts, LeafPlace, LeafWords } from "../words/leaf-words.ts";
import { compileOperand } from "./compile-operand.ts";
import { passingTurns } from "./passing-turns.ts";
import { type FindCell, type FoundCell, rowOf } from "./read-fact.ts";

/** A condition for one date: a fast answer, and the same answer with the comparisons that decided it. */
export interface CompiledCondition {
  readonly test: (row: Row) => Truth;
  readonly explain: (row: Row, place: LeafPlace) => Part;
}

export interface CompileContext {
  readonly asOf: string;
  readonly find: FindCell;
  readonly words: LeafWords;
  readonly definition: (name: string) => CompiledDefinition | undefined;
}

export interface CompiledDefinition {
  readonly checked: CheckedDefinition;
  /** The definition at a row of its own subject, worked out once for each row. */
  readonly test: (row: Row) => Truth;
  readonly explain: (row: Row, place: LeafPlace) => Part;
}

/** Turns a checked condition into closures over a date. */
export function compileCondition(condition: Condition, context: CompileContext): CompiledCondition {
  switch (condition.kind) {
    case "comparison":
      return condition.operand === undefined
        ? compileWritten(condition, context)
        : compileComparison(condition, condition.operand, context);
    case "definition":
      return compileDefinitionTest(condition, context);
    case "any":
      return compileAny(condition, context);
    case "some":
      return compileSome(condition, context);
  }
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
      return { truth, leaves: [leaf], turns: () => [...turns(), ...turnsBeside(found)] };
    },
  };
}

/** Days on which the row of a cell comes or goes, or what is recorded beside it changes. */
function turnsBeside({ row }: Pick<FoundCell, "row">): readonly Turn[] {
  return row.turns?.() ?? [];
}

function compileComparison(
  asked: Comparison,
  written: NonNullable<Comparison["operand"]>,
  { asOf, find, words }: CompileContext,
): CompiledCondition {
  const { fact, operator } = asked;
  const operand = compileOperand(written, asOf, find);
  const compare = comparison(operator, fact, asOf);
  const { constant } = operand;
  const answer = (value: FactValue, others: readonly FactValue[]) =>
    agreed(others.map((other) => compare(value, other)));
  return {
    test:
      constant === undefined
        ? (row) => answer(find(fact, row).value, operand.values(row))
        : (row) => compare(find(fact, row).value, constant),
    explain: (row, place) => {
      const found = find(fact, row);
      const values = operand.values(row);
      const truth = answer(found.value, values);
      const [first = UNKNOWN] = values;
      const single = values.every((value) => value === first) ? first : UNKNOWN;
      const turns = () => [
        ...(found.cell.dates ?? []),
        ...operand.turns(row),
        ...passingTurns({ comparison: asked, written, operand, found, row, asOf }),
      ];
      const parts: LeafParts = { fact, operator, operand: single, found, truth, place, written, turns };
      const missing =
        truth === undefined ? operand.reads.filter((read) => find(read, row).value === UNKNOWN) : [];
      const leaves = missing.map((read) => words.missing(read, find(read, row), operator, place));
      const known = found.value !== UNKNOWN && missing.length > 0;
      return {
        truth,
        leaves: known ? leaves : [words.leaf(parts), ...leaves],
        turns: () => [
          ...turns(),
          ...[found, ...operand.reads.map((read) => find(read, row))].flatMap(turnsBeside),
        ],
      };
    },
  };
}

function compileDefinitionTest(
  { name, expected }: DefinitionTest,
  context: CompileContext,
): CompiledCondition {
  const definition = context.definition(name);
  const outcome = (truth: Truth) => (truth === undefined ? undefined : truth === expected);
  const owner = (row: Row) => (definition === undefined ? undefined : rowOf(definition.checked.subject, row));
  return {
    test: (row) => {
      const at = owner(row);
      return at === undefined || definition === undefined ? undefined : outcome(definition.test(at));
    },
    explain: (row, place) => {
      const at = owner(row);
      if (at === undefined || definition === undefined) {
        const leaves = [context.words.definition(name, undefined, row, place)];
        return { truth: undefined, leaves, turns: () => [] };
      }
      const truth = definition.test(at);
      const within = [...place.within, { name, truth }];
      const { leaves, turns } = definition.explain(at, { ...place, within });
      return {
        truth: outcome(truth),
        leaves: leaves.length > 0 ? leaves : [context.words.definition(name, truth, at, place)],
        turns: () => [...turns(), ...turnsBeside({ row: at })],
      };
    },
  };
}

function compileAny({ members }: AnyOf, context: CompileContext): CompiledCondition {
  const compiled = members.map((member) => compileCondition(member, context));
  return {
    test: (row) => anyTrue(compiled, (member) => member.test(row)),
    explain: (row, place) => explainAny(compiled.map((member) => member.explain(row, place))),
  };
}

function compileSome({ subject, where }: Some, context: CompileContext): CompiledCondition {
  const compiled = where.map((condition) => compileCondition(condition, context));
  const rows = (row: Row): readonly Row[] =>
    rowOf("party", row)?.nested(subject satisfies NestedSubject) ?? [];
  return {
    test: (row) => anyTrue(rows(row), (nested) => allTrue(compiled, (condition) => condition.test(nested))),
    explain: (row, place) => {
      const part = explainAny(rows(row).map((nested) => explainAll(compiled, nested, place)));
      const party = rowOf("party", row);
      const beside = () => (party === undefined ? [] : turnsBeside({ row: party }));
      return { ...part, turns: () => [...part.turns(), ...beside()] };
    },
  };
}

/** A list of conditions as one, with the comparisons that decided it. */
export function explainAll(conditions: readonly CompiledCondition[], row: Row, place: LeafPlace): Part {
  const parts = conditions.map((condition) => condition.explain(row, place));
  return decidedBy(
    parts,
    allTrue(parts, (part) => part.truth),
  );
}

function explainAny(parts: readonly Part[]): Part {
  return decidedBy(
    parts,
    anyTrue(parts, (part) => part.truth),
  );
}

function decidedBy(parts: readonly Part[], truth: Truth): Part {
  const leaves: readonly Leaf[] = parts.filter((part) => part.truth === truth).flatMap((part) => part.leaves);
  return { truth, leaves, turns: () => parts.flatMap((part) => part.turns()) };
}
