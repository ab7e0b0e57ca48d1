import type {
  Assessment,
  Carrier,
  Edge,
  Entity,
  Jurisdiction,
  Listing,
  OuiEntry,
  PublishedList,
  RegistryDocument,
  RegistrySource,
  Vulnerability,
} from "../model/generated/registry.ts";

/** All files of a registry as one set of tables, in the order the files came. */
export interface Tables {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly edges: readonly Edge[];
  readonly listings: readonly Listing[];
  readonly lists: ReadonlyMap<string, PublishedList>;
  readonly jurisdictions: ReadonlyMap<string, Jurisdiction>;
  readonly assessments: readonly Assessment[];
  readonly carriers: readonly Carrier[];
  readonly ouis: readonly OuiEntry[];
  readonly vulnerabilities: readonly Vulnerability[];
  readonly sources: ReadonlyMap<string, RegistrySource>;
}

/** Joins the tables of all files. Where two files give one id the first stands; `checkRegistry` reports the second. */
export function mergeTables(documents: readonly RegistryDocument[]): Tables {
  const all = <T>(table: (document: RegistryDocument) => readonly T[] | undefined) =>
    documents.flatMap((document) => table(document) ?? []);
  return {
    entities: byKey(all((document) => document.entities?.map((entity) => [entity.id, entity] as const))),
    edges: all((document) => document.edges),
    listings: all((document) => document.listings),
    lists: byKey(all((document) => document.lists?.map((list) => [list.id, list] as const))),
    jurisdictions: byKey(
      all((document) => document.jurisdictions?.map((entry) => [entry.country, entry] as const)),
    ),
    assessments: all((document) => document.assessments),
    carriers: all((document) => document.carriers),
    ouis: all((document) => document.ouis),
    vulnerabilities: all((document) => document.vulnerabilities),
    sources: byKey(all((document) => Object.entries(document.sources ?? {}))),
  };
}

function byKey<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [key, value] of entries) if (!map.has(key)) map.set(key, value);
  return map;
}

/** Values by key, each group in the order given. */
export function groupBy<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value)) ?? [];
    group.push(value);
    groups.set(keyOf(value), group);
  }
  return groups;
}
