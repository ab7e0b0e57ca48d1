import type { Document } from "../../model/document.ts";
import type { Listing, RegistryDocument } from "../../model/generated/registry.ts";
import type { Registry } from "../../model/registry.ts";
import { endOf, firstDay } from "../period.ts";
import { areApart } from "./are-apart.ts";
import type { ListEntry } from "./list-entry.ts";
import type { RegistryPlace } from "./proposal.ts";

/** A listing of the registry with its place, its entity under the id it goes by now. */
export interface HeldListing {
  readonly listing: Listing;
  readonly entity: string;
  readonly place: RegistryPlace;
}

/** The listings of a list that name an entity, in the order of the files. */
export function heldListings(
  list: string,
  documents: readonly Document<RegistryDocument>[],
  registry: Registry,
): readonly HeldListing[] {
  return documents.flatMap((document) =>
    (document.value.listings ?? []).flatMap((listing, index) => {
      if (listing.list !== list || listing.entity === undefined) return [];
      const entity = registry.entity(listing.entity)?.id ?? listing.entity;
      return [{ listing, entity, place: placeOf(document, `/listings/${index}`) }];
    }),
  );
}

/** A pointer of a registry file as a place. */
export function placeOf(document: Document<RegistryDocument>, pointer: string): RegistryPlace {
  return { file: document.file, line: document.locate(pointer).line, pointer };
}

/** Whether a listing may stand on the list on a day. */
export function standsOn({ from, to }: Listing, day: string): boolean {
  return (from === null || firstDay(from) <= day) && !hasEnded(to, day);
}

export function hasEnded(to: string | null | undefined, day: string): boolean {
  return to !== null && to !== undefined && endOf(to) <= day;
}

/**
 * The listing of an entity that an entry is about: the one with its first day, else one that holds on the day, else
 * the last. None where the entry's days are apart from those of every one of them.
 */
export function listingFor(
  entry: Pick<ListEntry, "from" | "to">,
  held: readonly HeldListing[],
  day: string,
): HeldListing | undefined {
  const same = held.find(({ listing }) => entry.from !== undefined && listing.from === entry.from);
  if (same !== undefined) return same;
  const near = held.filter(({ listing }) => !areApart(entry, listing));
  const byDay = near.sort((left, right) => ((left.listing.from ?? "") < (right.listing.from ?? "") ? -1 : 1));
  return byDay.find(({ listing }) => standsOn(listing, day)) ?? byDay.at(-1);
}
