import { distance } from "fastest-levenshtein";
import type { Entity } from "../model/generated/registry.ts";
import type { Resolution } from "../model/registry.ts";
import { type NormalName, normalizeName } from "./normalize-name.ts";
import { skeletonOf } from "./skeleton.ts";

/** Looks a company up by name. */
export type NameIndex = (name: string) => Resolution;

/** Entity ids by form of name, each with the name it goes by. */
type Known = Map<string, Map<string, string>>;
type Forms = Readonly<Record<keyof NormalName, Known>>;

/**
 * Indexes every name of every entity once. Exact after normalising resolves, first as written, then
 * without legal suffixes; an acronym counts only as written, so that `CEC Ltd` is not China Electronics
 * Corporation. Equal only after folding look-alikes is confusable. Anything else is unknown, with the
 * entities whose names are a slip of the pen away as suggestions. `canonical` maps an id to its successor.
 */
export function indexNames(entities: Iterable<Entity>, canonical: (id: string) => string): NameIndex {
  const exact: Forms = { full: new Map(), core: new Map() };
  const alike: Forms = { full: new Map(), core: new Map() };
  for (const entity of entities) {
    const id = canonical(entity.id);
    for (const { text, acronym } of namesOf(entity)) {
      for (const [forms, name] of [
        [exact, normalizeName(text)],
        [alike, skeletonOf(text)],
      ] as const) {
        add(forms.full, name.full, id, text);
        if (!acronym) add(forms.core, name.core, id, text);
      }
    }
  }
  return (name) => {
    const normal = normalizeName(name);
    if (normal.full === "") return { kind: "unknown", suggestions: [] };
    const found = lookUp(exact, normal);
    if (found) return resolved([...found.keys()]);
    const first = [...(lookUp(alike, skeletonOf(name)) ?? [])].sort()[0];
    if (first) return { kind: "confusable", entity: first[0], known: first[1] };
    return { kind: "unknown", suggestions: suggest(exact.core, normal.core) };
  };
}

/** The names of an entity, the legal one first. */
export function namesOf(entity: Entity): readonly { readonly text: string; readonly acronym: boolean }[] {
  const legal = entity.legal_name === null ? [] : [{ text: entity.legal_name, acronym: false }];
  return [...legal, ...(entity.names ?? []).map(({ text, kind }) => ({ text, acronym: kind === "acronym" }))];
}

/** A name as written beats one without its legal suffix: `Kaspersky Lab, Inc.` is not `Kaspersky Lab`. */
function lookUp(forms: Forms, { full, core }: NormalName): ReadonlyMap<string, string> | undefined {
  return forms.full.get(full) ?? forms.core.get(full) ?? forms.core.get(core);
}

function add(known: Known, key: string, id: string, text: string): void {
  if (key === "") return;
  const ids = known.get(key) ?? new Map<string, string>();
  if (!ids.has(id)) ids.set(id, text);
  known.set(key, ids);
}

function resolved(ids: readonly string[]): Resolution {
  const [entity, second] = ids;
  if (entity !== undefined && second === undefined) return { kind: "resolved", entity, by: "name" };
  return { kind: "ambiguous", candidates: [...ids].sort() };
}

/** Entities with a name at most two edits away. Short names are left out: nearly every word is near `ZTE`. */
function suggest(known: Known, core: string): readonly string[] {
  const near: { readonly id: string; readonly edits: number }[] = [];
  for (const [key, ids] of known) {
    const shorter = Math.min(key.length, core.length);
    const allowed = shorter >= 6 ? 2 : shorter === 5 ? 1 : 0;
    if (Math.abs(key.length - core.length) > allowed) continue;
    const edits = allowed === 0 ? 3 : distance(key, core);
    if (edits <= allowed) for (const id of ids.keys()) near.push({ id, edits });
  }
  near.sort((left, right) => left.edits - right.edits || (left.id < right.id ? -1 : 1));
  return [...new Set(near.map(({ id }) => id))].slice(0, 3);
}
