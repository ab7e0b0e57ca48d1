import { onceFor } from "../../facts/once-for.ts";
import type { Manifest } from "../../model/document.ts";
import type { FactSet, Row } from "../../model/row.ts";
import { valueKey } from "../../rules/compare/value-key.ts";
import { rowOf } from "../../rules/compile/read-fact.ts";
import type { ImpactPart } from "./impact-parts.ts";
import type { FactRead, RuleReads } from "./rule-reads.ts";

/** Numbers for what rules read of manifests, and the manifests of parts by them. */
export interface FactProfiles {
  /**
   * Two manifests with one number have equal rows with equal facts, as far as such a rule looks, and it comes out alike at
   * both. So of a changed rule only as many manifests are judged as differ in that.
   */
  of(reads: RuleReads, facts: FactSet): number;
  /** Of each number that occurs in a part on a date, the facts of one manifest. */
  in(
    part: ImpactPart,
    date: string,
    reads: RuleReads,
    factsOf: (manifest: Manifest) => FactSet,
  ): ReadonlyMap<number, FactSet>;
}

/** Profiles of no manifest yet. */
export function factProfiles(): FactProfiles {
  const byReads = new Map<
    string,
    { readonly of: WeakMap<FactSet, number>; readonly all: Map<string, number> }
  >();
  const of: FactProfiles["of"] = (reads, facts) => {
    const known = byReads.get(reads.key) ?? { of: new WeakMap(), all: new Map() };
    byReads.set(reads.key, known);
    const before = known.of.get(facts);
    if (before !== undefined) return before;
    const text = textOf(reads, facts);
    const number = known.all.get(text) ?? known.all.size;
    known.all.set(text, number);
    known.of.set(facts, number);
    return number;
  };
  const byPart = onceFor((_: ImpactPart) => new Map<string, ReadonlyMap<number, FactSet>>());
  return {
    of,
    in(part, date, reads, factsOf) {
      const known = byPart(part);
      const key = `${date} ${reads.key}`;
      const found =
        known.get(key) ??
        new Map(part.manifests.map(factsOf).map((facts) => [of(reads, facts), facts] as const));
      known.set(key, found);
      return found;
    },
  };
}

function textOf({ bySubject }: RuleReads, facts: FactSet): string {
  const rows = [...bySubject].map(([subject, reads]) =>
    facts.rows(subject).map((row) => reads.map((read) => answer(read, row))),
  );
  return JSON.stringify(rows);
}

/** What the rule is told: nothing where there is no such row, else the value and whether it is written at all. */
function answer({ through, fact }: FactRead, from: Row): string {
  let row: Row | undefined = from;
  for (const subject of [...through, ...(fact.subject === undefined ? [] : [fact.subject])])
    row = row && rowOf(subject, row);
  if (row === undefined || fact.subject === undefined) return "";
  const { value, stated } = row.cell(fact.name);
  return `${stated} ${valueKey(value)}`;
}
