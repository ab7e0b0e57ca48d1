import type { NestedSubject } from "../../model/row.ts";
import { type FactValue, NONE, type Truth, UNKNOWN } from "../../model/value.ts";
import { comparison } from "../compare-values.ts";
import { move } from "../compile/compile-operand.ts";
import type { Operator } from "../operators.ts";
import type { Fact } from "../vocabulary.ts";
import { type Term, type Terms, truthTerm } from "./terms.ts";
import { valueKey } from "./value-key.ts";

/** What a fact is compared with on a date, parameters and tables looked up. */
export type Right =
  | {
      readonly kind: "value";
      readonly value: FactValue;
      /** How a day was counted from the day of the run; absent for one that stands still. */
      readonly counted?: { readonly by: FactValue | undefined; readonly sign: 1 | -1 };
    }
  | { readonly kind: "fact"; readonly fact: Fact; readonly by: FactValue | undefined; readonly sign: 1 | -1 };

/** The value of a fact by its name. */
export type Read = (fact: string) => FactValue;

/** One comparison, asked once however often it is written. */
export interface ComparisonAtom {
  readonly kind: "comparison";
  readonly index: number;
  readonly fact: Fact;
  readonly operator: Operator;
  readonly right: Right | undefined;
  /** The facts it reads, `today` left out. */
  readonly facts: readonly Fact[];
  readonly test: (read: Read) => Truth;
}

/** Whether one of the rows that hang on the party meets what `where` says of a row. */
export interface SomeAtom {
  readonly kind: "some";
  readonly index: number;
  readonly subject: NestedSubject;
  readonly where: Term;
}

export type Atom = ComparisonAtom | SomeAtom;

/** What two versions ask on one date: atoms, and the term for each. */
export interface Atoms {
  readonly today: string;
  readonly list: readonly Atom[];
  compare(fact: Fact, operator: Operator, right?: Right): Term;
  some(subject: NestedSubject, where: Term): Term;
  /** The bit of a fact, or of the list of a nested subject. */
  bit(name: string): bigint;
}

/** An empty list of atoms for a date, whose terms stand in `terms`. */
export function createAtoms(terms: Terms, today: string): Atoms {
  const list: Atom[] = [];
  const known = new Map<string, Term>();
  const bits = new Map<string, bigint>();

  function bit(name: string): bigint {
    const found = bits.get(name) ?? 1n << BigInt(bits.size);
    bits.set(name, found);
    return found;
  }

  function compare(fact: Fact, operator: Operator, right?: Right): Term {
    const key = `${fact.name} ${operator} ${rightKey(right)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const facts = [fact, ...(right?.kind === "fact" ? [right.fact] : [])].filter(
      ({ subject }) => subject !== undefined,
    );
    const test = testOf(fact, operator, right, today);
    let term = truthTerm(undefined);
    if (facts.length === 0) term = truthTerm(test(() => UNKNOWN));
    else {
      const atom: Atom = { kind: "comparison", index: list.length, fact, operator, right, facts, test };
      list.push(atom);
      term = terms.atom(
        atom.index,
        facts.reduce((sum, one) => sum | bit(one.name), 0n),
      );
    }
    known.set(key, term);
    return term;
  }

  function some(subject: NestedSubject, where: Term): Term {
    const key = `some ${subject} ${where}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const atom: Atom = { kind: "some", index: list.length, subject, where };
    list.push(atom);
    const term = terms.atom(atom.index, bit(`${subject}[]`));
    known.set(key, term);
    return term;
  }

  return { today, list, compare, some, bit };
}

/** The comparison as a test of values; `today` is the day itself. */
export function testOf(
  fact: Fact,
  operator: Operator,
  right: Right | undefined,
  today: string,
): ComparisonAtom["test"] {
  const valueFrom = (one: Fact, read: Read) => (one.subject === undefined ? today : read(one.name));
  if (right === undefined) {
    const written = (value: FactValue) => value !== UNKNOWN && (operator === "stated" || value !== NONE);
    return (read) => written(valueFrom(fact, read));
  }
  const compare = comparison(operator, fact, today);
  if (right.kind === "value") return (read) => compare(valueFrom(fact, read), right.value);
  const { fact: other, by, sign } = right;
  return (read) => {
    const value = valueFrom(other, read);
    return compare(valueFrom(fact, read), by === undefined ? value : move(value, by, sign));
  };
}

/** A text that equal operands share, and only they. */
export function rightKey(right: Right | undefined): string {
  if (right === undefined) return "";
  if (right.kind === "value") {
    const { counted } = right;
    return `${valueKey(right.value)}${counted === undefined ? "" : ` ${counted.sign} ${valueKey(counted.by ?? "")}`}`;
  }
  return `${right.fact.name} ${right.by === undefined ? "" : `${right.sign} ${valueKey(right.by)}`}`;
}
