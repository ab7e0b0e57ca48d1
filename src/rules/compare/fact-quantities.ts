import type { Fact } from "../vocabulary.ts";
import type { Atom, Atoms, ComparisonAtom } from "./atoms.ts";
import type { Regions } from "./distinct-regions.ts";
import { once } from "./once.ts";
import { regionsOf } from "./regions.ts";

/** Facts that are compared with each other, or one alone, with the ways their comparisons can come out. */
export interface FactQuantity {
  readonly bits: bigint;
  /** Indices of the atoms it decides. */
  readonly atoms: readonly number[];
  /** Worked out when first asked for. */
  readonly regions: () => Regions;
}

/** The quantities that the comparisons among `used` are about. */
export function factQuantities(used: readonly Atom[], atoms: Atoms): readonly FactQuantity[] {
  const groups: { facts: Map<string, Fact>; atoms: ComparisonAtom[] }[] = [];
  for (const atom of used) {
    if (atom.kind !== "comparison") continue;
    const joined = groups.filter(({ facts }) => atom.facts.some((fact) => facts.has(fact.name)));
    const [first = { facts: new Map<string, Fact>(), atoms: [] as ComparisonAtom[] }, ...others] = joined;
    for (const fact of [...atom.facts, ...others.flatMap(({ facts }) => [...facts.values()])])
      first.facts.set(fact.name, fact);
    first.atoms.push(...others.flatMap((other) => other.atoms), atom);
    for (const other of others) groups.splice(groups.indexOf(other), 1);
    if (joined.length === 0) groups.push(first);
  }
  return groups.map((group) => {
    const facts = [...group.facts.values()];
    return {
      bits: facts.reduce((sum, { name }) => sum | atoms.bit(name), 0n),
      atoms: group.atoms.map(({ index }) => index),
      regions: once(() => regionsOf(facts, group.atoms, atoms.today)),
    };
  });
}
