import type { Document } from "../../model/document.ts";
import type { Listing, PublishedList, RegistryDocument } from "../../model/generated/registry.ts";
import { type HeldListing, placeOf } from "./held-listings.ts";
import type { RecordedConflict } from "./proposal.ts";

type Conflict = NonNullable<Listing["conflict"]>;

/** Longest text of a conflict. */
const LONGEST = 2000;

/** The conflict flag of a listing that the file disagrees with, joined to one it has already. */
export function conflictWith({ conflict, source }: Listing, text: string, other: string): Conflict {
  const [first, ...rest] = conflict?.sources ?? [source];
  const more = [source, other].filter((key, index, all) => all.indexOf(key) === index);
  const texts = [...(conflict === undefined ? [] : [conflict.text]), text];
  return {
    text: texts.join("; ").slice(0, LONGEST),
    sources: [first, ...rest, ...more.filter((key) => key !== first && !rest.includes(key))],
  };
}

/** The disagreements on record of a list and its entries, with their places. */
export function recordedConflicts(
  { id, conflict }: PublishedList,
  document: Document<RegistryDocument>,
  held: readonly HeldListing[],
): readonly RecordedConflict[] {
  const index = (document.value.lists ?? []).findIndex((list) => list.id === id);
  const own =
    conflict === undefined
      ? []
      : [{ text: conflict.text, place: placeOf(document, `/lists/${index}/conflict`) }];
  const entries = held.flatMap(({ listing, place }) =>
    listing.conflict === undefined ? [] : [{ text: listing.conflict.text, place }],
  );
  return [...own, ...entries];
}
