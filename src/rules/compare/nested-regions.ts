import type { FactValue, Truth } from "../../model/value.ts";
import { anyTrue } from "../truth.ts";
import type { Atoms, SomeAtom } from "./atoms.ts";
import { type FactQuantity, factQuantities } from "./fact-quantities.ts";
import type { Term, Terms } from "./terms.ts";

/** One way the questions about nested rows can come out, with rows that make it so. */
export interface NestedRegion {
  readonly rows: readonly ReadonlyMap<string, FactValue>[];
  readonly truths: ReadonlyMap<number, Truth>;
}

/** Above this many ways one row can come out, the list stops and says so. */
const MOST_WAYS = 400;

/**
 * Every way the questions `some` asks about the rows of one nested subject can come out: which
 * combinations of answers one row can give, and what any number of such rows give together.
 */
export function nestedRegions(
  asked: readonly SomeAtom[],
  terms: Terms,
  atoms: Atoms,
): { readonly list: readonly NestedRegion[]; readonly complete: boolean } {
  const where = asked.map((atom) => atom.where);
  const indices = terms.atoms(where);
  const quantities = factQuantities(
    atoms.list.filter(({ index }) => indices.has(index)),
    atoms,
  );
  const rows = waysOfRow(where, quantities, terms);
  const truths = (answers: readonly Truth[]) =>
    new Map(asked.map(({ index }, position) => [index, answers[position]]));
  const all = new Map<string, { answers: readonly Truth[]; rows: NestedRegion["rows"] }>();
  const none: readonly Truth[] = asked.map(() => false);
  const queue = [{ answers: none, rows: [] as NestedRegion["rows"] }];
  all.set(keyOf(none), { answers: none, rows: [] });
  for (const one of queue) {
    for (const row of rows) {
      const answers = one.answers.map((answer, index) =>
        anyTrue([answer, row.answers[index]], (truth) => truth),
      );
      const key = keyOf(answers);
      if (all.has(key) || all.size >= MOST_WAYS) continue;
      const more = { answers, rows: [...one.rows, row.values] };
      all.set(key, more);
      queue.push(more);
    }
  }
  return {
    list: [...all.values()].map((one) => ({ rows: one.rows, truths: truths(one.answers) })),
    complete:
      quantities.every(({ regions }) => regions().complete) &&
      rows.length < MOST_WAYS &&
      all.size < MOST_WAYS,
  };
}

interface WayOfRow {
  readonly answers: readonly Truth[];
  readonly values: ReadonlyMap<string, FactValue>;
}

/** Every combination of answers one row can give, with values that make it so. */
function waysOfRow(
  where: readonly Term[],
  quantities: readonly FactQuantity[],
  terms: Terms,
): readonly WayOfRow[] {
  const ways = new Map<string, WayOfRow>();
  const seen = new Set<string>();
  const visit = (left: readonly Term[], values: ReadonlyMap<string, FactValue>): void => {
    const key = left.join(" ");
    if (seen.has(key) || ways.size >= MOST_WAYS) return;
    seen.add(key);
    const open = left.reduce((sum, term) => sum | terms.open(term), 0n);
    const next = quantities.find(({ bits }) => (bits & open) !== 0n);
    if (next === undefined) {
      const answers = left.map(terms.truth);
      if (!ways.has(keyOf(answers))) ways.set(keyOf(answers), { answers, values });
      return;
    }
    for (const region of next.regions().list) {
      const assigned = left.map((term) => terms.assign(term, next.bits, (atom) => region.truths.get(atom)));
      visit(assigned, new Map([...values, ...region.values]));
    }
  };
  visit(where, new Map());
  return [...ways.values()];
}

function keyOf(answers: readonly Truth[]): string {
  return answers.map((truth) => (truth === undefined ? "?" : truth ? "1" : "0")).join("");
}
