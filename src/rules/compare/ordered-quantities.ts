import type { Atoms } from "./atoms.ts";
import { type Quantity, quantitiesOf } from "./quantities.ts";
import type { Term, Terms } from "./terms.ts";

/** The quantities two terms are about, in the order to split them: first what only one of the two asks. */
export function orderedQuantities(a: Term, b: Term, terms: Terms, atoms: Atoms): readonly Quantity[] {
  const [left, right] = [terms.atoms([a]), terms.atoms([b])];
  const isChanged = (index: number) => left.has(index) !== right.has(index);
  const rank = ({ atoms: own }: Quantity) => (own.some(isChanged) ? 0 : 1);
  return [...quantitiesOf([a, b], terms, atoms)].sort(
    (one, other) => rank(one) - rank(other) || Math.min(...one.atoms) - Math.min(...other.atoms),
  );
}
