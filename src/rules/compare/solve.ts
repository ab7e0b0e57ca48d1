import type { Quantity, Way } from "./quantities.ts";
import type { Budget, Found } from "./search.ts";
import { FALSE, type Term, type Terms, TRUE } from "./terms.ts";

/** What searches over the same quantities share: which formulas were found impossible, and what each is about. */
export interface Solver {
  /**
   * Looks for a case in which every one of many formulas holds. Formulas that share no quantity are met
   * each by itself; those of `first` are met before the rest.
   */
  solve(formulas: readonly Term[], first: readonly Term[], budget: Budget): Found;
}

/** A solver for formulas over some quantities. */
export function createSolver(quantities: readonly Quantity[], terms: Terms): Solver {
  const impossible = new Set<string>();
  const possible = new Map<string, readonly Way[]>();
  const about = new Map<Term, readonly number[]>();

  /** Positions of the quantities a formula is open in. */
  function openIn(term: Term): readonly number[] {
    const known = about.get(term);
    if (known !== undefined) return known;
    const open = terms.open(term);
    const found = quantities.flatMap(({ bits }, index) => ((bits & open) === 0n ? [] : [index]));
    about.set(term, found);
    return found;
  }

  function solve(formulas: readonly Term[], first: readonly Term[], budget: Budget): Found {
    const preferred = new Set(first.flatMap(openIn));
    let incomplete = false;
    let spent = false;
    const found = meetAll(formulas);
    if (found !== undefined) return { kind: "found", ways: found };
    if (spent) return { kind: "open", reason: "budget" };
    return incomplete ? { kind: "open", reason: "facts" } : { kind: "none" };

    function meetAll(asked: readonly Term[]): readonly Way[] | undefined {
      const parts = propagated(asked);
      if (parts === undefined) return undefined;
      const chosen: Way[] = [];
      for (const group of apart(parts)) {
        const ways = meetGroup(group);
        if (ways === undefined) return undefined;
        chosen.push(...ways);
      }
      return chosen;
    }

    function meetGroup(group: readonly Term[]): readonly Way[] | undefined {
      const key = group.join(" ");
      if (spent || impossible.has(key)) return undefined;
      const known = possible.get(key);
      if (known !== undefined) return known;
      const next = nextQuantity(group);
      if (next === undefined) return undefined;
      const { list, complete } = next.ways();
      if (!complete) incomplete = true;
      const tried = list.flatMap((way) => {
        budget.left -= 1;
        if (budget.left < 0) spent = true;
        const truthOf = (atom: number) => way.truths.get(atom);
        const left: Term[] = [];
        for (const term of spent ? [FALSE] : group) {
          const after = terms.assign(term, next.bits, truthOf);
          if (after === FALSE) return [];
          if (after !== TRUE) left.push(after);
        }
        return [{ way, left }];
      });
      for (const { way, left } of tried.sort((a, b) => a.left.length - b.left.length)) {
        const rest = meetAll(left);
        if (rest !== undefined) {
          const ways = [way, ...rest];
          possible.set(key, ways);
          return ways;
        }
        if (spent) return undefined;
      }
      if (!incomplete) impossible.add(key);
      return undefined;
    }

    /** A preferred quantity, else one of the formula that is open in the fewest. */
    function nextQuantity(group: readonly Term[]): Quantity | undefined {
      let fewest: readonly number[] | undefined;
      let wanted = Number.POSITIVE_INFINITY;
      for (const term of group) {
        const open = openIn(term);
        for (const index of open) if (index < wanted && preferred.has(index)) wanted = index;
        if (fewest === undefined || open.length < fewest.length) fewest = open;
      }
      return quantities[Math.min(wanted, fewest?.[0] ?? wanted)];
    }
  }

  /**
   * Formulas taken apart, and without the alternatives that others rule out; `undefined` where one rules
   * out another.
   */
  function propagated(asked: readonly Term[]): ReadonlySet<Term> | undefined {
    let parts = new Set(asked.flatMap((term) => terms.conjuncts(term)));
    for (let changed = true; changed; ) {
      changed = false;
      const next = new Set<Term>();
      for (const term of parts) {
        const members = terms.disjuncts(term);
        if (term === FALSE || (members.length === 1 && parts.has(terms.not(term)))) return undefined;
        const held = members.length > 1 && members.some((member) => parts.has(member));
        const left = held
          ? []
          : members.filter((member) => members.length === 1 || !parts.has(terms.not(member)));
        if (held || left.length < members.length) changed = true;
        if (!held) for (const part of terms.conjuncts(terms.any(left))) next.add(part);
      }
      parts = next;
    }
    return parts;
  }

  /** The formulas in groups that share no quantity, the smallest first. */
  function apart(parts: ReadonlySet<Term>): readonly (readonly Term[])[] {
    const groupOf = new Map<number, Set<Term>>();
    for (const term of parts) {
      if (term === TRUE) continue;
      const group = new Set([term]);
      for (const index of openIn(term)) {
        const other = groupOf.get(index);
        if (other !== undefined && other !== group) for (const member of other) group.add(member);
      }
      for (const member of group) for (const index of openIn(member)) groupOf.set(index, group);
    }
    return [...new Set(groupOf.values())]
      .map((group) => [...group].sort((a, b) => a - b))
      .sort((a, b) => a.length - b.length);
  }

  return { solve };
}
