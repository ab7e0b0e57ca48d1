import type { RegistryDocument } from "../../model/generated/registry.ts";
import { type Texts, textsOf } from "../../model/language.ts";
import type { Registry } from "../../model/registry.ts";
import type { RegistryEntryChange } from "../../model/set-change.ts";
import { endOf, firstDay } from "../../registry/period.ts";
import { edgeWords } from "../../registry/step-words.ts";
import { mergeTables, type Tables } from "../../registry/tables.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import { isSameAnswer } from "./same-answer.ts";

/** A changed entry, with what is not said of it in words. */
export interface EntryChange extends Omit<RegistryEntryChange, "entry"> {
  readonly entry: Texts;
  /** The country a legal profile is of. */
  readonly country: string | undefined;
  /** The days on which either version of it begins or ends. */
  readonly days: readonly string[];
}

/** One side of a comparison of registries. */
export interface RegistrySide {
  readonly documents: readonly RegistryDocument[];
  readonly registry: Registry;
}

interface Entry {
  readonly value: object;
  readonly entities: readonly string[];
  readonly words: (nameOf: (id: string) => string) => Texts;
  readonly country?: string;
}

type Table = RegistryEntryChange["table"];

/** Every entry that differs between two registries, wherever it stands in their files, table by table. */
export function registryEntries(before: RegistrySide, after: RegistrySide): readonly EntryChange[] {
  const [old, now] = [entriesOf(mergeTables(before.documents)), entriesOf(mergeTables(after.documents))];
  const nameOf = (id: string) => (after.registry.entity(id) ?? before.registry.entity(id))?.name ?? id;
  const tables = Object.keys(now) as Table[];
  return tables.flatMap((table) => {
    const keys = [...new Set([...old[table].keys(), ...now[table].keys()])].sort();
    return keys.flatMap((key) => {
      const [earlier, later] = [old[table].get(key), now[table].get(key)];
      const entry = later ?? earlier;
      if (entry === undefined || (earlier && later && isSameAnswer(earlier.value, later.value))) return [];
      return {
        table,
        change: earlier === undefined ? "added" : later === undefined ? "removed" : "changed",
        entry: entry.words(nameOf),
        entities: [...new Set([...(earlier?.entities ?? []), ...(later?.entities ?? [])])],
        keys: earlier && later ? differingKeys(earlier.value, later.value) : [],
        country: entry.country,
        days: [...new Set([earlier, later].flatMap((side) => (side ? daysIn(side.value) : [])))].sort(),
      } as const;
    });
  });
}

/** The entries of each table by what makes one the same entry in both registries. */
function entriesOf(tables: Tables): Readonly<Record<Table, ReadonlyMap<string, Entry>>> {
  return {
    entities: keyed([...tables.entities.values()], ({ id }) => [id, [id], (name) => alike(name(id))]),
    edges: keyed(tables.edges, (edge) => [
      `${edge.from} ${edge.kind} ${edge.to} ${(edge.products ?? []).join()}`,
      [edge.from, edge.to],
      (name) => edgeWords(edge, name),
    ]),
    listings: keyed(tables.listings, ({ list, entity, category = "", provision = "" }) => [
      `${list} ${entity ?? category} ${provision}`,
      entity === undefined ? [] : [entity],
      (name) => ENTRY_WORDS.listing(entity === undefined ? category : name(entity), list),
    ]),
    lists: keyed([...tables.lists.values()], ({ id }) => [id, [], () => alike(id)]),
    jurisdictions: keyed([...tables.jurisdictions.values()], ({ country }) => [
      country,
      [],
      () => ENTRY_WORDS.profile(country),
      country,
    ]),
    assessments: keyed(tables.assessments, ({ entity, assessed_on }) => [
      `${entity} ${assessed_on}`,
      [entity],
      (name) => ENTRY_WORDS.assessment(name(entity), assessed_on),
    ]),
    carriers: keyed(tables.carriers, ({ entity }) => [
      entity,
      [entity],
      (name) => ENTRY_WORDS.carrier(name(entity)),
    ]),
    ouis: keyed(tables.ouis, ({ entity }) => [
      entity,
      [entity],
      (name) => ENTRY_WORDS.prefixes(name(entity)),
    ]),
    vulnerabilities: keyed(tables.vulnerabilities, ({ id }) => [id, [], () => alike(id)]),
    sources: keyed(
      [...tables.sources].map(([key, value]) => ({ key, value })),
      ({ key }) => [key, [], () => ENTRY_WORDS.source(key)],
    ),
  };
}

function alike(name: string): Texts {
  return textsOf(() => name);
}

type Told = readonly [key: string, entities: readonly string[], words: Entry["words"], country?: string];

/** Entries by key; several of one key are told apart by their order. */
function keyed<T extends object>(values: readonly T[], tell: (value: T) => Told): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const value of values) {
    const [key, entities, words, country] = tell(value);
    let own = key;
    for (let next = 2; entries.has(own); next += 1) own = `${key} #${next}`;
    entries.set(own, { value, entities, words, ...(country !== undefined && { country }) });
  }
  return entries;
}

function differingKeys(one: object, other: object): readonly string[] {
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].filter((key) => !isSameAnswer(left.get(key), right.get(key))).sort();
}

/** First day of what begins, and the day after what ends, where those are recorded. */
function daysIn(value: object): readonly string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (Array.isArray(inner)) return inner.flatMap((item) => (isObject(item) ? daysIn(item) : []));
    if (typeof inner !== "string") return isObject(inner) ? daysIn(inner) : [];
    if (/^(from|from_date|listed_on|assessed_on)$/.test(key) && PERIOD.test(inner)) return [firstDay(inner)];
    return /^(to|to_date)$/.test(key) && PERIOD.test(inner) ? [endOf(inner)] : [];
  });
}

const PERIOD = /^\d{4}(-\d{2}){0,2}$/;

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
