import type { NestedSubject } from "../../model/row.ts";
import type { FactValue, Truth } from "../../model/value.ts";
import type { Atom, Atoms, SomeAtom } from "./atoms.ts";
import { factQuantities } from "./fact-quantities.ts";
import { nestedRegions } from "./nested-regions.ts";
import { once } from "./once.ts";
import type { Term, Terms } from "./terms.ts";

type NestedRows = readonly ReadonlyMap<string, FactValue>[];

/** One way a quantity can come out: the answers, and values or nested rows that give them. */
export interface Way {
  readonly truths: ReadonlyMap<number, Truth>;
  readonly values: ReadonlyMap<string, FactValue>;
  readonly nested?: { readonly subject: NestedSubject; readonly rows: NestedRows };
}

/** What a search splits: facts, or the list of rows that hang on a party. */
export interface Quantity {
  readonly bits: bigint;
  /** Indices of the atoms it decides. */
  readonly atoms: readonly number[];
  /** Worked out when first asked for; `complete` is false where a way may be missing. */
  readonly ways: () => { readonly list: readonly Way[]; readonly complete: boolean };
}

const NO_VALUES: Way["values"] = new Map();

/** The quantities some terms are about. */
export function quantitiesOf(roots: readonly Term[], terms: Terms, atoms: Atoms): readonly Quantity[] {
  const indices = terms.atoms(roots);
  const used = atoms.list.filter(({ index }) => indices.has(index));
  const facts = factQuantities(used, atoms).map((quantity): Quantity => {
    const ways = () => quantity.regions();
    return { bits: quantity.bits, atoms: quantity.atoms, ways };
  });
  return [...facts, ...nestedQuantities(used, terms, atoms)];
}

function nestedQuantities(used: readonly Atom[], terms: Terms, atoms: Atoms): readonly Quantity[] {
  const asked = used.filter((atom): atom is SomeAtom => atom.kind === "some");
  return [...new Set(asked.map(({ subject }) => subject))].map((subject) => {
    const own = asked.filter((atom) => atom.subject === subject);
    return {
      bits: atoms.bit(`${subject}[]`),
      atoms: own.map(({ index }) => index),
      ways: once(() => {
        const { list, complete } = nestedRegions(own, terms, atoms);
        const ways = list.map(({ truths, rows }) => ({
          truths,
          values: NO_VALUES,
          nested: { subject, rows },
        }));
        return { list: ways, complete };
      }),
    };
  });
}
