import type { Truth } from "../../model/value.ts";

/**
 * A formula over atoms, by its number in a store: equal formulas have equal numbers. Truth terms have
 * three values and combine by Kleene's logic; level terms are numbers, the higher the stricter.
 */
export type Term = number;

export const FALSE: Term = 0;
export const TRUE: Term = 1;
export const BLANK: Term = 2;

/** Builds formulas, each once, simplified as far as Kleene's logic allows. */
export interface Terms {
  atom(index: number, bit: bigint): Term;
  all(terms: readonly Term[]): Term;
  any(terms: readonly Term[]): Term;
  not(term: Term): Term;
  /** True where the term is true, false where it is false or unknown. */
  sure(term: Term): Term;
  /** `then` where a term that is never unknown holds, else `otherwise`. */
  choose(term: Term, then: Term, otherwise: Term): Term;
  /** What all agree on, else unknown. */
  agree(terms: readonly Term[]): Term;
  level(level: number): Term;
  highest(terms: readonly Term[]): Term;
  /** Whether a level is at least so much: never unknown. */
  atLeast(term: Term, least: number): Term;
  /** The members of a conjunction; of any other term the term itself. */
  conjuncts(term: Term): readonly Term[];
  /** The members of a disjunction; of any other term the term itself. */
  disjuncts(term: Term): readonly Term[];
  /** Bits of what the term still depends on; `0n` once it is decided. */
  open(term: Term): bigint;
  /** Bounds of a level. */
  bounds(term: Term): { readonly low: number; readonly high: number };
  /** The truth of a decided truth term. */
  truth(term: Term): Truth;
  /** The term with the atoms of `bits` replaced by their truths. */
  assign(term: Term, bits: bigint, truthOf: (atom: number) => Truth): Term;
  /** As `assign`, with terms in place of truths. */
  replace(term: Term, bits: bigint, termOf: (atom: number) => Term): Term;
  /** Indices of the atoms in a term. */
  atoms(terms: readonly Term[]): ReadonlySet<number>;
}

/** The constant term of a truth. */
export function truthTerm(truth: Truth): Term {
  return truth === undefined ? BLANK : truth ? TRUE : FALSE;
}
