import { BLANK, FALSE, type Term, type Terms, TRUE, truthTerm } from "./terms.ts";

type Kind = "constant" | "atom" | "and" | "or" | "not" | "sure" | "choose" | "level" | "highest";

interface Node {
  readonly kind: Kind;
  readonly of: readonly Term[];
  /** Bits of the quantities the term still depends on. */
  readonly open: bigint;
  /** Bounds of a level term. */
  readonly low: number;
  readonly high: number;
}

/** An empty store. */
export function createTerms(): Terms {
  const nodes: Node[] = [];
  const known = new Map<string, Term>();
  const negations = new Map<Term, Term>();

  function node(kind: Kind, of: readonly Term[], more: Partial<Node> = {}): Term {
    const key = `${kind} ${of.join(" ")}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    let open = more.open ?? 0n;
    if (more.open === undefined && kind !== "level") for (const term of of) open |= at(term).open;
    nodes.push({ kind, of, open, low: more.low ?? 0, high: more.high ?? 0 });
    known.set(key, nodes.length - 1);
    return nodes.length - 1;
  }

  function at(term: Term): Node {
    const found = nodes[term];
    if (found === undefined) throw new Error(`no term ${term}`);
    return found;
  }

  /** A conjunction (`kind` and, `zero` false) or disjunction (or, true). */
  function combine(kind: "and" | "or", terms: readonly Term[], zero: Term, one: Term): Term {
    const members = new Set<Term>();
    for (const term of terms) {
      if (term === zero) return zero;
      if (term === one) continue;
      if (at(term).kind === kind) for (const inner of at(term).of) members.add(inner);
      else members.add(term);
    }
    const [first = one] = members;
    return members.size <= 1
      ? first
      : node(
          kind,
          [...members].sort((a, b) => a - b),
        );
  }

  const all = (terms: readonly Term[]) => combine("and", terms, FALSE, TRUE);
  const any = (terms: readonly Term[]) => combine("or", terms, TRUE, FALSE);

  function not(term: Term): Term {
    let opposite = negations.get(term);
    if (opposite === undefined) {
      opposite = negation(term);
      negations.set(term, opposite);
      negations.set(opposite, term);
    }
    return opposite;
  }

  function negation(term: Term): Term {
    if (term === TRUE) return FALSE;
    if (term === FALSE) return TRUE;
    if (term === BLANK) return BLANK;
    const { kind, of } = at(term);
    const [first = term, second = term, third = term] = of;
    if (kind === "not") return first;
    if (kind === "and") return any(of.map(not));
    if (kind === "or") return all(of.map(not));
    return kind === "choose" ? choose(first, not(second), not(third)) : node("not", [term]);
  }

  function sure(term: Term): Term {
    if (term === TRUE || term === FALSE) return term;
    if (term === BLANK) return FALSE;
    const { kind, of } = at(term);
    if (kind === "sure") return term;
    if (kind === "and") return all(of.map(sure));
    if (kind === "or") return any(of.map(sure));
    const [first = term, second = term, third = term] = of;
    return kind === "choose" ? choose(first, sure(second), sure(third)) : node("sure", [term]);
  }

  function choose(term: Term, then: Term, otherwise: Term): Term {
    if (term === TRUE || then === otherwise) return then;
    if (term === FALSE) return otherwise;
    if (then === TRUE) return any([term, otherwise]);
    if (then === FALSE) return all([not(term), otherwise]);
    if (otherwise === TRUE) return any([not(term), then]);
    if (otherwise === FALSE) return all([term, then]);
    const [a, b] = [at(then), at(otherwise)];
    return node("choose", [term, then, otherwise], {
      open: at(term).open | a.open | b.open,
      low: Math.min(a.low, b.low),
      high: Math.max(a.high, b.high),
    });
  }

  function agree(terms: readonly Term[]): Term {
    const [first = BLANK] = terms;
    if (terms.every((term) => term === first)) return first;
    return choose(sure(all(terms)), TRUE, choose(sure(not(any(terms))), FALSE, BLANK));
  }

  function level(value: number): Term {
    return node("level", [value], { low: value, high: value });
  }

  function atLeast(term: Term, least: number): Term {
    const { kind, of, low, high } = at(term);
    if (low >= least) return TRUE;
    if (high < least) return FALSE;
    if (kind === "highest") return any(of.map((one) => atLeast(one, least)));
    const [first = term, second = term, third = term] = of;
    return choose(first, atLeast(second, least), atLeast(third, least));
  }

  function highest(terms: readonly Term[]): Term {
    const members = new Set(terms.flatMap((term) => (at(term).kind === "highest" ? at(term).of : [term])));
    let least = 0;
    for (const term of members) least = Math.max(least, at(term).low);
    // What can never come out above the rest says nothing; a constant among the rest stands for the bound.
    const kept = [...members].filter((term) => at(term).high > least);
    const floor = kept.some((term) => at(term).low === least) ? [] : [level(least)];
    const rest = [...kept, ...floor].sort((a, b) => a - b);
    const [first, second] = rest;
    if (first !== undefined && second === undefined) return first;
    return node("highest", rest, {
      low: least,
      high: Math.max(...rest.map((term) => at(term).high)),
    });
  }

  function replace(root: Term, bits: bigint, termOf: (atom: number) => Term): Term {
    const memo = new Map<Term, Term>();
    const go = (term: Term): Term => {
      const { kind, of, open } = at(term);
      if ((open & bits) === 0n) return term;
      const before = memo.get(term);
      if (before !== undefined) return before;
      const [first = 0, second = 0, third = 0] = of;
      const after = rebuild();
      memo.set(term, after);
      return after;

      function rebuild(): Term {
        switch (kind) {
          case "atom":
            return termOf(first);
          case "and":
            return all(of.map(go));
          case "or":
            return any(of.map(go));
          case "not":
            return not(go(first));
          case "sure":
            return sure(go(first));
          case "highest":
            return highest(of.map(go));
          case "choose": {
            const asked = go(first);
            if (asked === TRUE) return go(second);
            return asked === FALSE ? go(third) : choose(asked, go(second), go(third));
          }
          case "constant":
          case "level":
            return term;
        }
      }
    };
    return go(root);
  }

  for (const constant of [FALSE, TRUE, BLANK]) {
    nodes.push({ kind: "constant", of: [constant], open: 0n, low: 0, high: 0 });
  }

  return {
    atom: (index, bit) => node("atom", [index], { open: bit }),
    all,
    any,
    not,
    sure,
    choose,
    agree,
    level,
    highest,
    atLeast,
    disjuncts: (term) => (at(term).kind === "or" ? at(term).of : [term]),
    conjuncts: (term) => (at(term).kind === "and" ? at(term).of : [term]),
    open: (term) => at(term).open,
    bounds: (term) => at(term),
    truth: (term) => (term === BLANK ? undefined : term === TRUE),
    assign: (term, bits, truthOf) => replace(term, bits, (atom) => truthTerm(truthOf(atom))),
    replace,
    atoms: (terms) => {
      const seen = new Set<Term>();
      const atoms = new Set<number>();
      const go = (term: Term): void => {
        if (seen.has(term)) return;
        seen.add(term);
        const { kind, of } = at(term);
        if (kind === "atom") atoms.add(of[0] ?? 0);
        else if (kind !== "level") for (const inner of of) go(inner);
      };
      for (const term of terms) go(term);
      return atoms;
    },
  };
}
