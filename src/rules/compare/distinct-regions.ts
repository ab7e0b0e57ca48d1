import { type FactValue, type Truth, UNKNOWN } from "../../model/value.ts";
import type { ComparisonAtom, Read } from "./atoms.ts";

/** One way the comparisons of some facts can come out, with values that make them so. */
export interface Region {
  /** By name of the fact. */
  readonly values: ReadonlyMap<string, FactValue>;
  /** By index of the atom. */
  readonly truths: ReadonlyMap<number, Truth>;
}

/** Every way the comparisons of some facts can come out. */
export interface Regions {
  readonly list: readonly Region[];
  /** False where a way may be missing. */
  readonly complete: boolean;
}

/** One region for each way the comparisons come out, with the first values that make them so. */
export function distinctRegions(
  values: Iterable<ReadonlyMap<string, FactValue>>,
  atoms: readonly ComparisonAtom[],
): readonly Region[] {
  const regions = new Map<string, Region>();
  for (const assigned of values) {
    const read: Read = (fact) => assigned.get(fact) ?? UNKNOWN;
    const truths = atoms.map((atom) => atom.test(read));
    const key = truths.map((truth) => (truth === undefined ? "?" : truth ? "1" : "0")).join("");
    if (regions.has(key)) continue;
    const byIndex = new Map(atoms.map((atom, index) => [atom.index, truths[index]]));
    regions.set(key, { values: assigned, truths: byIndex });
  }
  return [...regions.values()];
}
