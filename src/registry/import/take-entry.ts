import type { Document } from "../../model/document.ts";
import type { PublishedList, RegistryDocument } from "../../model/generated/registry.ts";
import type { Registry } from "../../model/registry.ts";
import { endOf, firstDay } from "../period.ts";
import { compareListing } from "./compare-listing.ts";
import { type HeldListing, hasEnded, placeOf } from "./held-listings.ts";
import { conflictWith } from "./list-conflicts.ts";
import type { ListEntry } from "./list-entry.ts";
import type { EntryMatch } from "./match-entry.ts";
import { newEntity } from "./new-entity.ts";
import { newListing } from "./new-listing.ts";
import type { Added, Changed, FoundConflict, Named, Renamed, Uncompared, Undecided } from "./proposal.ts";

/** An entry of a file that names an entity. */
export type NamedEntry = ListEntry & { readonly name: string };

/** What one entry comes to; an entry may come to several things, such as a new name and a new listing. */
export type Outcome =
  | { readonly kind: "same" }
  | { readonly kind: "passedOver"; readonly value: Named }
  | { readonly kind: "uncompared"; readonly value: Uncompared }
  | { readonly kind: "undecided"; readonly value: Undecided }
  | { readonly kind: "added"; readonly value: Added }
  | { readonly kind: "changed"; readonly value: Changed }
  | { readonly kind: "conflicts"; readonly value: FoundConflict }
  | { readonly kind: "renamed"; readonly value: Renamed };

/** What a file is compared with, and what is known of the file. */
export interface CompareOptions {
  readonly list: PublishedList;
  /** The registry file that gives the list. */
  readonly document: Document<RegistryDocument>;
  readonly documents: readonly Document<RegistryDocument>[];
  readonly registry: Registry;
  /** Source key of the file. */
  readonly source: string;
  readonly retrievedOn: string;
  readonly edition: string | undefined;
  /** The file names additions only, so that nothing ends for not being in it. */
  readonly additions: boolean;
}

/** What an entry comes to whose entity the registry does not know. */
export function takeUnknown(
  entry: NamedEntry,
  options: CompareOptions,
  freeId: (wanted: string) => string,
): readonly Outcome[] {
  if (options.list.coverage === "partial") return [{ kind: "passedOver", value: named(entry) }];
  const entity = newEntity(entry, options.source, freeId);
  if (entity === undefined) return [undecided(entry, "no id can be made from its name", NO_ID, [])];
  return addition(entry, entity.id, options, entity);
}

/** What an entry comes to whose entity is known, beside the listing it is about, where the registry has one. */
export function takeKnown(
  entry: NamedEntry,
  { entity, by, disputed }: EntryMatch & { readonly kind: "known" },
  one: HeldListing | undefined,
  options: CompareOptions,
): readonly Outcome[] {
  const nameOf = (id: string) => options.registry.entity(id)?.name ?? id;
  const found: Outcome[] =
    one === undefined ? [...addition(entry, entity, options)] : [...held(entry, one, options)];
  if (by !== "name") {
    const place = entityPlace(entity, options.documents);
    found.push({ kind: "renamed", value: { ...named(entry), entity, known: nameOf(entity), by, place } });
  }
  if (disputed !== undefined && !one?.listing.conflict?.sources.includes(options.source)) {
    const text = `${options.source} gives \`${disputed.alias}\` as another name of \`${entry.name}\`; the registry has it as ${nameOf(disputed.entity)}`;
    found.push(conflict(entry, entity, one, text, options));
  }
  return found;
}

/** What an entry comes to whose listing another entry of the file is about as well, under another name. */
export function takeTwin(entry: NamedEntry, twin: NamedEntry, entity: string): Outcome {
  if (entry.from === twin.from && entry.to === twin.to) return { kind: "same" };
  const reason = `line ${twin.line} names the same entity as \`${twin.name}\`, with other days`;
  return undecided(entry, reason, "keep the row that holds, or give each the days it held", [entity]);
}

/** A listing of the registry with what is to be written into it. */
export function changeOf(
  { entity, listing, place }: HeldListing,
  line: number | undefined,
  set: Changed["set"],
  why: string,
  registry: Registry,
): Changed {
  return { name: registry.entity(entity)?.name ?? entity, entity, line, place, before: listing, set, why };
}

function addition(
  entry: NamedEntry,
  id: string,
  { list, source, edition }: CompareOptions,
  entity?: Added["entity"],
): readonly Outcome[] {
  const { scope } = entry;
  if (scope !== undefined && scope.products.length + scope.uses.length === 0) {
    const reason = `its scope is in words this does not read: \`${scope.text}\``;
    return [undecided(entry, reason, SCOPE, entity === undefined ? [id] : [])];
  }
  const listing = newListing(entry, { list: list.id, entity: id, source, edition });
  return [{ kind: "added", value: { ...named(entry), entity, listing } }];
}

function held(entry: NamedEntry, one: HeldListing, options: CompareOptions): readonly Outcome[] {
  const { list, source, registry, edition, retrievedOn } = options;
  const { listing, place, entity } = one;
  const current = entry.to === undefined && !options.additions && !hasEnded(list.to, retrievedOn);
  if (current && hasEnded(listing.to, edition ?? retrievedOn)) {
    const reason = `the registry has it as ended on ${listing.to}`;
    const help = `give the file a column \`to\`, or correct ${place.file}:${place.line}`;
    return [undecided(entry, reason, help, [entity])];
  }
  const { set, disagreements, guessed, uncompared } = compareListing(entry, listing, list);
  const words = disagreements.join("; ");
  const next = { ...listing, ...set };
  if (next.from && next.to && endOf(next.to) <= firstDay(next.from)) {
    const reason = `it would begin in ${next.from} and end in ${next.to}`;
    return [undecided(entry, reason, `correct the file, or ${place.file}:${place.line}`, [entity])];
  }
  const on = (): Outcome => {
    if (Object.keys(set).length === 0) return { kind: "same" };
    if (words !== "" && listing.conflict?.sources.includes(source)) return { kind: "same" };
    if (words !== "" && listing.source !== source) {
      return conflict(entry, entity, one, `${words} (${listing.source} and ${source})`, options);
    }
    if (guessed) return undecided(entry, words, SCOPE, [entity]);
    return {
      kind: "changed",
      value: changeOf(one, entry.line, set, words || "not on record so far", registry),
    };
  };
  const unread: readonly Outcome[] = uncompared
    ? [{ kind: "uncompared", value: { ...named(entry), text: entry.scope?.text ?? "" } }]
    : [];
  return [on(), ...unread];
}

const SCOPE =
  "write it in the registry's words, such as `video_surveillance; public_safety`, or leave the column unread: --columns scope=";
const NO_ID = "add the company with `bylaw new vendor NAME --id ID` and run again";

function named({ line, name }: NamedEntry): Named {
  return { line, name };
}

function undecided(entry: NamedEntry, reason: string, help: string, near: readonly string[]): Outcome {
  return { kind: "undecided", value: { ...named(entry), reason, help, near } };
}

function conflict(
  entry: NamedEntry,
  entity: string,
  one: HeldListing | undefined,
  text: string,
  { source, registry }: CompareOptions,
): Outcome {
  const flag = one === undefined ? undefined : conflictWith(one.listing, text, source);
  const listing = one && flag && changeOf(one, entry.line, { conflict: flag }, text, registry);
  return { kind: "conflicts", value: { ...named(entry), entity, text, listing } };
}

function entityPlace(id: string, documents: readonly Document<RegistryDocument>[]): Renamed["place"] {
  for (const document of documents) {
    const index = (document.value.entities ?? []).findIndex((entity) => entity.id === id);
    if (index !== -1) return placeOf(document, `/entities/${index}`);
  }
  throw new Error(`the entity \`${id}\` stands in no file`);
}
