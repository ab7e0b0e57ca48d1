import { distance } from "fastest-levenshtein";
import type { Entity } from "../model/generated/registry.ts";
import type { Registry, Resolution } from "../model/registry.ts";
import type { NameIndex } from "./name-index.ts";

type Query = Parameters<Registry["resolve"]>[0];

/** What companies are looked up in. */
export interface ResolveTables {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly names: NameIndex;
  readonly numbers: NumberIndex;
  readonly canonical: (id: string) => string;
  byOui(oui: string): readonly string[];
}

/** Entity ids by kind of number and number. */
export type NumberIndex = ReadonlyMap<string, readonly string[]>;

const NUMBERS = ["lei", "uscc", "il_company"] as const;

/** Indexes the numbers that name entities: LEI, Chinese and Israeli company numbers. */
export function indexNumbers(entities: Iterable<Entity>, canonical: (id: string) => string): NumberIndex {
  const index = new Map<string, readonly string[]>();
  for (const { id, identifiers } of entities) {
    for (const kind of NUMBERS) {
      const key = `${kind} ${identifiers?.[kind] ?? ""}`;
      if (identifiers?.[kind]) index.set(key, [...new Set([...(index.get(key) ?? []), canonical(id)])]);
    }
  }
  return index;
}

/**
 * Resolves a company: a stated id alone decides, else identifiers, else the name. Identifiers that point
 * to several entities are ambiguous; a name whose entity is recorded under another number is unknown,
 * with that entity as suggestion.
 */
export function resolveCompany({ id, name, identifiers }: Query, tables: ResolveTables): Resolution {
  if (id) return byId(id, tables);
  const found = identifiers ? byIdentifiers(identifiers, tables) : [];
  const [entity, second] = found;
  if (entity !== undefined && second === undefined) return { kind: "resolved", entity, by: "identifier" };
  if (second !== undefined) return { kind: "ambiguous", candidates: [...found].sort() };
  if (!name) return { kind: "unknown", suggestions: [] };
  const named = tables.names(name);
  return named.kind === "resolved" &&
    identifiers &&
    contradicts(identifiers, tables.entities.get(named.entity))
    ? { kind: "unknown", suggestions: [named.entity] }
    : named;
}

/** The ids nearest to one that does not exist, at most three. */
export function nearestIds(id: string, ids: Iterable<string>): readonly string[] {
  return [...ids]
    .map((known) => ({ known, edits: distance(id, known) }))
    .filter(({ edits }) => edits <= 3)
    .sort((left, right) => left.edits - right.edits || (left.known < right.known ? -1 : 1))
    .slice(0, 3)
    .map(({ known }) => known);
}

function byId(id: string, { entities, canonical }: ResolveTables): Resolution {
  return entities.has(id)
    ? { kind: "resolved", entity: canonical(id), by: "id" }
    : { kind: "unknown", suggestions: nearestIds(id, entities.keys()) };
}

function byIdentifiers(
  stated: Readonly<Record<string, string>>,
  { numbers, byOui }: ResolveTables,
): readonly string[] {
  const found = Object.entries(stated).flatMap(([kind, value]) =>
    kind === "oui" ? byOui(value) : (numbers.get(`${kind} ${value}`) ?? []),
  );
  return [...new Set(found)];
}

function contradicts(stated: Readonly<Record<string, string>>, entity: Entity | undefined): boolean {
  return NUMBERS.some((kind) => {
    const [recorded, given] = [entity?.identifiers?.[kind], stated[kind]];
    return Boolean(recorded && given && recorded !== given);
  });
}
