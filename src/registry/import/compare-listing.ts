import type { Listing, PublishedList } from "../../model/generated/registry.ts";
import type { ListEntry } from "./list-entry.ts";
import type { Changed } from "./proposal.ts";

/** How an entry and a listing of the same entity differ. */
export interface ListingDifference {
  readonly set: Pick<Changed["set"], "from" | "to" | "scope" | "use_scope">;
  /** What the two say differently, each in a few words; what the listing only lacked is no disagreement. */
  readonly disagreements: readonly string[];
  /** Whether a difference rests on a scope guessed from phrases. */
  readonly guessed: boolean;
  /** Whether the entry has a scope in words that nothing could be compared with. */
  readonly uncompared: boolean;
}

/** Compares days and scope. A date of the file that is only less exact is no difference. */
export function compareListing(entry: ListEntry, listing: Listing, list: PublishedList): ListingDifference {
  const from = entry.from === undefined ? undefined : newDate(listing.from, entry.from);
  const to = entry.to === undefined ? undefined : newDate(listing.to, entry.to);
  const { products = [], uses = [], exact = true } = entry.scope ?? {};
  const held = {
    products: listing.scope ?? list.scope ?? [],
    uses: listing.use_scope ?? list.use_scope ?? [],
  };
  const scope = differs(products, held.products) ? [...products] : undefined;
  const useScope = differs(uses, held.uses) ? [...uses] : undefined;
  const scoped = scope !== undefined || useScope !== undefined;
  return {
    set: {
      ...(from === undefined ? {} : { from: from.date }),
      ...(to === undefined ? {} : { to: to.date }),
      ...(scope === undefined ? {} : { scope }),
      ...(useScope === undefined ? {} : { use_scope: useScope }),
    },
    disagreements: [
      ...(from?.disagrees ? [said("first day", listing.from, from.date)] : []),
      ...(to?.disagrees ? [said("end", listing.to, to.date)] : []),
      ...(scope === undefined ? [] : [said("products", held.products.join(", "), scope.join(", "))]),
      ...(useScope === undefined ? [] : [said("uses", held.uses.join(", "), useScope.join(", "))]),
    ],
    guessed: scoped && !exact,
    uncompared: entry.scope !== undefined && products.length === 0 && uses.length === 0,
  };
}

type NewDate = { readonly date: string | null; readonly disagrees: boolean } | undefined;

/** The date of the file where it says more or other than the registry's. */
function newDate(held: string | null, given: string | null): NewDate {
  if (held === given || (given !== null && held?.startsWith(given))) return undefined;
  const fills = held === null || given?.startsWith(held) === true;
  return { date: given, disagrees: !fills };
}

/** A file that names no product or no use says nothing about it. */
function differs(given: readonly string[], held: readonly string[]): boolean {
  return given.length > 0 && [...given].sort().join() !== [...held].sort().join();
}

function said(what: string, held: string | null, given: string | null): string {
  return `${what} ${held || "none"} in the registry, ${given || "none"} in the file`;
}
