import type { CheckedClause, CheckedDefinition } from "../checked-policies.ts";
import type { Condition, Operand } from "../form.ts";
import type { Fact } from "../vocabulary.ts";

/** A fact that is read, and the condition of the clause through which it is. */
export interface Read {
  readonly fact: Fact;
  readonly pointer: string;
  /** Definitions on the way, outermost first. */
  readonly through: readonly string[];
}

type Definitions = ReadonlyMap<string, CheckedDefinition>;

/** Every fact conditions read, through operands, tables and definitions; definitions must not be circular. */
export function readsOf(conditions: readonly Condition[], definitions: Definitions): readonly Read[] {
  return conditions.flatMap((condition) => readsOfOne(condition, definitions));
}

function readsOfOne(condition: Condition, definitions: Definitions): readonly Read[] {
  const { pointer } = condition;
  switch (condition.kind) {
    case "comparison":
      return [condition.fact, ...operandFacts(condition.operand)].map((fact) => ({
        fact,
        pointer,
        through: [],
      }));
    case "any":
      return readsOf(condition.members, definitions);
    case "some":
      return readsOf(condition.where, definitions);
    case "definition":
      return readsOfDefinition(condition.name, definitions).map(({ fact, through }) => ({
        fact,
        pointer,
        through: [condition.name, ...through],
      }));
  }
}

const KEPT = new WeakMap<CheckedDefinition, readonly Read[]>();

/** Each fact a definition reads once: two ways to one definition at every level are more ways than can be walked. */
function readsOfDefinition(name: string, definitions: Definitions): readonly Read[] {
  const definition = definitions.get(name);
  if (definition === undefined) return [];
  const kept = KEPT.get(definition);
  if (kept !== undefined) return kept;
  const byFact = new Map<Fact, Read>();
  for (const read of readsOf(definition.means, definitions))
    if (!byFact.has(read.fact)) byFact.set(read.fact, read);
  const reads = [...byFact.values()];
  KEPT.set(definition, reads);
  return reads;
}

/** Every fact a clause reads, in `when`, `unless`, `require` and `due`. */
export function readsOfClause(clause: CheckedClause, definitions: Definitions): readonly Read[] {
  const due = operandFacts(clause.due).map((fact) => ({
    fact,
    pointer: `${clause.pointer}/due`,
    through: [],
  }));
  return [...readsOf([...clause.when, ...clause.unless.flat(), ...clause.require], definitions), ...due];
}

function operandFacts(operand: Operand | undefined): readonly Fact[] {
  if (operand === undefined || operand.kind === "literal") return [];
  const by = operand.shift?.by;
  const shifted = by?.kind === "parameter" && by.parameter.by !== undefined ? [by.parameter.by] : [];
  if (operand.kind === "fact") return [operand.fact, ...shifted];
  return operand.parameter.by === undefined ? shifted : [operand.parameter.by, ...shifted];
}
