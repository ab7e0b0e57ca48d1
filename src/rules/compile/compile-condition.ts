import type { NestedSubject, Row } from "../../model/row.ts";
import type { Either, Leaf, Part } from "../../model/rule.ts";
import type { Truth } from "../../model/value.ts";
import type { CheckedDefinition } from "../checked-policies.ts";
import type { AnyOf, Condition, DefinitionTest, Some } from "../form.ts";
import { allTrue, anyTrue } from "../truth.ts";
import type { LeafPlace, LeafWords } from "../words/leaf-words.ts";
import { compileComparison } from "./compile-comparison.ts";
import { allHold, anyHolds } from "./holds.ts";
import { type FindCell, rowOf, turnsBeside } from "./read-fact.ts";

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
      return compileComparison(condition, context);
    case "definition":
      return compileDefinitionTest(condition, context);
    case "any":
      return compileAny(condition, context);
    case "some":
      return compileSome(condition, context);
  }
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
        return { truth: undefined, leaves, cells: () => [], turns: () => [] };
      }
      const truth = definition.test(at);
      const within = [...place.within, { name, truth }];
      const { leaves, cells, turns } = definition.explain(at, { ...place, within });
      return {
        truth: outcome(truth),
        leaves: leaves.length > 0 ? leaves : [context.words.definition(name, truth, at, place)],
        cells,
        turns: () => [...turns(), ...turnsBeside({ row: at })],
      };
    },
  };
}

function compileAny({ members }: AnyOf, context: CompileContext): CompiledCondition {
  const compiled = members.map((member) => compileCondition(member, context));
  return {
    test: (row) => anyHolds(compiled, row),
    explain: (row, place) => {
      const parts = compiled.map((member) => member.explain(row, place));
      const required = place.required && place.within.length === 0;
      return explainAny(
        required ? parts.map((part, member) => ofMember(part, { id: members, member })) : parts,
      );
    },
  };
}

/** What of an `any` is required is needed of one member alone, so each leaf says which it belongs to. */
function ofMember(part: Part, either: Either): Part {
  return { ...part, leaves: part.leaves.map((leaf) => ({ ...leaf, either })) };
}

function compileSome({ subject, where }: Some, context: CompileContext): CompiledCondition {
  const compiled = where.map((condition) => compileCondition(condition, context));
  const rows = (row: Row): readonly Row[] =>
    rowOf("party", row)?.nested(subject satisfies NestedSubject) ?? [];
  return {
    test: (row) => anyTrue(rows(row), (nested) => allHold(compiled, nested)),
    explain: (row, place) => {
      const part = explainAny(rows(row).map((nested) => explainAll(compiled, nested, place)));
      const party = rowOf("party", row);
      if (party === undefined) return part;
      return {
        ...part,
        // Where there is no row yet, one that comes stands at the name of the party.
        cells: () => [...part.cells(), party.cell("party.name")],
        turns: () => [...part.turns(), ...turnsBeside({ row: party })],
      };
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
  return {
    truth,
    leaves,
    cells: () => parts.flatMap((part) => part.cells()),
    turns: () => parts.flatMap((part) => part.turns()),
  };
}
