import type { VocabularyFact, VocabularyType } from "../model/generated/vocabulary.ts";
import { vocabulary } from "../model/generated/vocabulary-value.ts";

/** A fact as the vocabulary declares it, with the place it is read from. */
export interface DeclaredFact {
  readonly name: string;
  readonly subject: string;
  readonly type: VocabularyType;
  /** Members of an enum or set, without `none`. */
  readonly values: ReadonlySet<string> | "any" | "countries";
  readonly none: boolean;
  /** A date of something done, which is not done while the date lies ahead. */
  readonly done: boolean;
  /** Keys to follow, from the row or from the root of the manifest; `derived` facts are computed. */
  readonly source: { readonly from: "row" | "manifest"; readonly path: string } | "derived";
}

/** Every fact of the vocabulary by name, `today` included. */
export const DECLARED_FACTS: ReadonlyMap<string, DeclaredFact> = new Map(
  Object.entries(vocabulary.facts).map(([name, fact]) => [name, declare(name, fact)]),
);

function declare(name: string, fact: VocabularyFact): DeclaredFact {
  return {
    name,
    subject: name.split(".")[0] ?? name,
    type: fact.type,
    values: valuesOf(fact),
    none: fact.none === true,
    done: fact.done === true,
    source: sourceOf(fact.from),
  };
}

function valuesOf(fact: VocabularyFact): DeclaredFact["values"] {
  if (fact.type === "country" || fact.of === "country") return "countries";
  const shared = fact.of === undefined ? fact : vocabulary.facts[fact.of];
  if (shared?.open !== undefined || fact.open !== undefined) return "any";
  return new Set(shared?.values?.filter((value) => value !== "none"));
}

function sourceOf(from: string): DeclaredFact["source"] {
  if (from === "derived") return "derived";
  const [whole, relative] = from.split(/(?:\[\]|\.\*)\./);
  return relative === undefined ? { from: "manifest", path: whole ?? from } : { from: "row", path: relative };
}
