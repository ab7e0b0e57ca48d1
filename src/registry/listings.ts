import type { IncludesAffiliates, Listing, PublishedList } from "../model/generated/registry.ts";
import { textIn } from "../model/language.ts";
import type { ActiveListing } from "../model/registry.ts";
import { endOf, firstDay, holdsOn } from "./period.ts";
import { undecidedDates } from "./step-words.ts";
import { groupBy, type Tables } from "./tables.ts";

/** Listings of one entity that hold on a date, in the order of the files. */
export type ListingsOf = (entity: string, asOf: string) => readonly ActiveListing[];

/**
 * Indexes the listings of entities. Ground, scope and affiliates come from the listing, else from its
 * list. Entries for a category have no entity and never come out here.
 */
export function indexListings(tables: Tables, canonical: (id: string) => string): ListingsOf {
  const named = tables.listings.filter(({ entity }) => entity !== undefined);
  const byEntity = groupBy(named, ({ entity }) => canonical(entity ?? ""));
  return (entity, asOf) =>
    (byEntity.get(entity) ?? [])
      .filter(({ from, to }) => holdsOn(from, to, asOf) !== "no")
      .map((listing) => describe(listing, entity, tables, asOf));
}

function describe(listing: Listing, entity: string, tables: Tables, asOf: string): ActiveListing {
  const list = tables.lists.get(listing.list);
  const affiliates = reachOn(listing.includes_affiliates ?? list?.includes_affiliates, asOf);
  return {
    list: listing.list,
    entity,
    ground: listing.ground ?? list?.ground,
    scope: new Set(listing.scope ?? list?.scope),
    useScope: new Set(listing.use_scope ?? list?.use_scope),
    includesAffiliates: affiliates !== false,
    from: listing.from ? firstDay(listing.from) : "0001-01-01",
    to: listing.to ? endOf(listing.to) : undefined,
    source: listing.source,
    verified: listing.verified ?? tables.sources.get(listing.source)?.verified ?? false,
    notes: notesOn(listing, list, affiliates, asOf),
  };
}

function notesOn(
  listing: Listing,
  list: PublishedList | undefined,
  affiliates: boolean | null,
  asOf: string,
): readonly string[] {
  const conflict = listing.conflict ?? list?.conflict;
  return [
    ...undecidedDates(listing.from, listing.to, asOf).map((doubt) => textIn(doubt, "en")),
    ...(affiliates === null
      ? ["whether it reaches affiliates is unverified on this date, taken as yes"]
      : []),
    ...(conflict ? [`sources disagree: ${conflict.text}`] : []),
  ];
}

/** Whether affiliates are included on a date: yes, no, or null for unverified; no where nothing covers the date. */
function reachOn(answer: IncludesAffiliates | undefined, asOf: string): boolean | null {
  if (answer === undefined || typeof answer === "boolean") return answer ?? false;
  const valid = answer.filter(({ from, to }) => holdsOn(from, to, asOf) !== "no").map(({ value }) => value);
  if (valid.includes(true)) return true;
  return valid.includes(null) ? null : false;
}
