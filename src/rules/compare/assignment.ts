import type { Assignment, FactValues } from "../../model/comparison.ts";
import type { NestedSubject } from "../../model/row.ts";
import { type FactValue, type Truth, UNKNOWN } from "../../model/value.ts";
import { anyTrue } from "../truth.ts";
import type { Atoms, Read } from "./atoms.ts";
import { CHANGES, changeOf, WAIVED } from "./circumstances.ts";
import type { Way } from "./quantities.ts";
import { withSets, withStated } from "./set-terms.ts";
import type { Term, Terms } from "./terms.ts";

/** What the ways a search has chosen amount to: values of facts, rows, changes listed and a waiver. */
export function assignmentOf(subject: Assignment["subject"], ways: readonly Way[]): Assignment {
  const values = new Map(withSets(new Map(ways.flatMap((way) => [...way.values]))));
  const changes = values.get(CHANGES.name);
  const waived = values.get(WAIVED.name);
  values.delete(CHANGES.name);
  values.delete(WAIVED.name);
  const nested = ways.flatMap((way) => (way.nested === undefined ? [] : [way.nested]));
  return {
    subject,
    facts: Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1))),
    nested: Object.fromEntries<readonly FactValues[]>(
      nested.map((list) => [list.subject, list.rows.map((row) => Object.fromEntries(withSets(row)))]),
    ),
    ...(changes === undefined || changes === UNKNOWN
      ? {}
      : { changes: changes instanceof Set ? [...changes].map(changeOf) : [] }),
    ...(waived === undefined ? {} : { waived: waived === true }),
  };
}

/** The value of a term where the ways chosen hold and every other fact is blank. */
export function decide(term: Term, ways: readonly Way[], terms: Terms, atoms: Atoms): Term {
  const values = ways.flatMap((way) => [...way.values]);
  const rows = new Map<NestedSubject, NonNullable<Way["nested"]>["rows"]>(
    ways.flatMap((way) => (way.nested === undefined ? [] : [[way.nested.subject, way.nested.rows]])),
  );
  const truthIn =
    (read: Read) =>
    (index: number): Truth => {
      const atom = atoms.list[index];
      if (atom === undefined) return undefined;
      if (atom.kind === "comparison") return atom.test(read);
      const found = rows.get(atom.subject) ?? [];
      return anyTrue(found, (row) => terms.truth(terms.assign(atom.where, -1n, truthIn(reader(row)))));
    };
  return terms.assign(term, -1n, truthIn(reader(values)));
}

/** Answers for facts from values; what has none is blank. */
function reader(values: Iterable<readonly [string, FactValue]>): Read {
  const known = withStated(values);
  return (fact) => known.get(fact) ?? UNKNOWN;
}
