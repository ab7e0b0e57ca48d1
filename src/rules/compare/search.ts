import type { Quantity, Way } from "./quantities.ts";
import type { Term, Terms } from "./terms.ts";

/** How a search for a case ended. */
export type Found =
  | { readonly kind: "found"; readonly ways: readonly Way[] }
  | { readonly kind: "none" }
  /** None was found, and there may be one. */
  | { readonly kind: "open"; readonly reason: "budget" | "facts" };

/** How many cases a search may look at. */
export interface Budget {
  left: number;
}

/**
 * Looks for a case in which `high` comes out above `low`, quantity by quantity in the order given. A
 * branch is left as soon as what is decided rules that out, or has been looked at before.
 */
export function findAbove(
  high: Term,
  low: Term,
  quantities: readonly Quantity[],
  terms: Terms,
  budget: Budget,
): Found {
  const seen = new Set<string>();
  const chosen: Way[] = [];
  let incomplete = false;
  let spent = false;

  function visit(above: Term, below: Term): boolean {
    if (above === below || terms.bounds(above).high <= terms.bounds(below).low) return false;
    if (terms.bounds(above).low > terms.bounds(below).high) return true;
    const key = `${above} ${below}`;
    if (seen.has(key) || spent) return false;
    seen.add(key);
    const open = terms.open(above) | terms.open(below);
    const next = quantities.find(({ bits }) => (bits & open) !== 0n);
    if (next === undefined) return false;
    const { list, complete } = next.ways();
    if (!complete) incomplete = true;
    for (const way of list) {
      budget.left -= 1;
      if (budget.left < 0) spent = true;
      if (spent) return false;
      const truthOf = (atom: number) => way.truths.get(atom);
      if (visit(terms.assign(above, next.bits, truthOf), terms.assign(below, next.bits, truthOf))) {
        chosen.push(way);
        return true;
      }
    }
    return false;
  }

  if (visit(high, low)) return { kind: "found", ways: chosen };
  if (spent) return { kind: "open", reason: "budget" };
  return incomplete ? { kind: "open", reason: "facts" } : { kind: "none" };
}
