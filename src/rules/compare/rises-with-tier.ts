import type { FactValue } from "../../model/value.ts";
import { UNKNOWN } from "../../model/value.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { createAtoms } from "./atoms.ts";
import { circumstancesOf } from "./compare-day.ts";
import { createTerms } from "./create-terms.ts";
import { orderedQuantities } from "./ordered-quantities.ts";
import type { RuleVersion } from "./rule-version.ts";
import { findAbove } from "./search.ts";
import { versionLevels } from "./version-levels.ts";

/** Tiers from the lowest; an undecided one weighs as the highest. */
const TIERS: readonly FactValue[] = ["T1", "T2", "T3", "T4", UNKNOWN, "T4"];
const BUDGET = 5_000;

/** Whether a rule, all else equal, never does less at a higher tier than at a lower one; false also where that is open. */
export function risesWithTier(version: RuleVersion, vocabulary: Vocabulary, today: string): boolean {
  const terms = createTerms();
  const atoms = createAtoms(terms, today);
  const shared = { terms, atoms, vocabulary, ...circumstancesOf([version]), effectsOnly: true };
  const { clauses, isBeyond } = versionLevels([version], shared);
  const rises = clauses.every(({ level }) => {
    const tiers = atoms.list
      .filter(({ index }) => terms.atoms([level]).has(index))
      .flatMap((atom) =>
        atom.kind === "comparison"
          ? atom.facts.map(({ name }) => name).filter((name) => name.endsWith(".tier"))
          : [],
      );
    return [...new Set(tiers)].every((tier) => {
      const at = TIERS.map((value) =>
        terms.assign(level, atoms.bit(tier), (index) => {
          const atom = atoms.list[index];
          return atom?.kind === "comparison" ? atom.test(() => value) : undefined;
        }),
      );
      return at.slice(1).every((higher, index) => {
        const lower = at[index] ?? higher;
        const quantities = orderedQuantities(lower, higher, terms, atoms);
        return findAbove(lower, higher, quantities, terms, { left: BUDGET }).kind === "none";
      });
    });
  });
  return rises && !isBeyond();
}
