import { type FactValue, UNKNOWN } from "../../model/value.ts";
import type { Fact } from "../vocabulary.ts";
import type { ComparisonAtom } from "./atoms.ts";
import { candidateValues } from "./candidate-values.ts";
import { dateRegions } from "./date-regions.ts";
import { distinctRegions, type Regions } from "./distinct-regions.ts";
import { isMember } from "./set-terms.ts";

/** Above this many combinations of values of facts compared with each other, not all are tried. */
const MOST_COMBINATIONS = 20_000;

/** The regions of facts that are compared with constants and with each other, and with nothing else. */
export function regionsOf(facts: readonly Fact[], atoms: readonly ComparisonAtom[], today: string): Regions {
  const [first] = facts;
  if (first !== undefined && isMember(first)) {
    const values: readonly FactValue[] = [UNKNOWN, true];
    return {
      list: distinctRegions(
        values.map((value) => new Map([[first.name, value]])),
        atoms,
      ),
      complete: true,
    };
  }
  if (facts.every((fact) => fact.type === "date")) return dateRegions(facts, atoms, today);
  const candidates = facts.map((fact) => candidateValues(fact, atoms, facts.length));
  let complete = candidates.every((one) => one.complete);
  let combinations: readonly (readonly FactValue[])[] = [[]];
  for (const { values } of candidates) {
    combinations = combinations.flatMap((before) =>
      values.map((value): readonly FactValue[] => [...before, value]),
    );
    if (combinations.length <= MOST_COMBINATIONS) continue;
    combinations = combinations.slice(0, MOST_COMBINATIONS);
    complete = false;
  }
  const values = combinations.map(
    (combination) =>
      new Map(facts.map((fact, index): [string, FactValue] => [fact.name, combination[index] ?? UNKNOWN])),
  );
  return { list: distinctRegions(values, atoms), complete };
}
