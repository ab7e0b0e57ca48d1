import type { Said } from "../../model/comparison.ts";
import { decide } from "./assignment.ts";
import type { Atoms } from "./atoms.ts";
import { WAIVED } from "./circumstances.ts";
import { partsOf } from "./levels.ts";
import type { Way } from "./quantities.ts";
import type { Term, Terms } from "./terms.ts";
import type { ClauseLevel } from "./version-levels.ts";

const NOT_WAIVED: Way = { truths: new Map(), values: new Map([[WAIVED.name, false]]) };

const NOTHING: { label: string; exact: () => Term; level: number } = { label: "", exact: () => 0, level: 0 };

/** What some clauses of one version say of a case: the strictest finding they make, if any. */
export function saidOf(
  clauses: readonly ClauseLevel[],
  ways: readonly Way[],
  { terms, atoms }: { readonly terms: Terms; readonly atoms: Atoms },
): Said {
  const value = (term: Term, chosen: readonly Way[]) => terms.bounds(decide(term, chosen, terms, atoms)).high;
  const strictest = (chosen: readonly Way[]) =>
    clauses
      .map(({ label, level, exact }) => ({ label, exact, level: value(level, chosen) }))
      .reduce((worst, one) => (one.level > worst.level ? one : worst), NOTHING);
  const open = strictest(ways);
  const found = open.level > 0 ? open : strictest([...ways, NOT_WAIVED]);
  const exact = value(found.exact(), open.level > 0 ? ways : [...ways, NOT_WAIVED]);
  if (found.level > 0) return { ...partsOf(exact), clause: found.label, waived: open.level === 0 };
  const passes = clauses.some(({ outcome }) => value(outcome(), ways) === 1);
  const outcome = passes ? "pass" : "not-applicable";
  return { outcome, effect: null, upcoming: false, waived: false, clause: null };
}
