import type { Listing } from "../../model/generated/registry.ts";
import type { ListEntry } from "./list-entry.ts";

/** A listing as an entry gives it. A scope guessed from phrases is unverified, and the phrases stand beside it. */
export function newListing(
  { scope, provision, from, to }: ListEntry,
  {
    list,
    entity,
    source,
    edition,
  }: { list: string; entity: string; source: string; edition: string | undefined },
): Listing {
  const { products = [], uses = [], exact = true, text = "" } = scope ?? {};
  return {
    list,
    entity,
    // What has ended before need not have begun with the edition.
    from: from ?? (to ? null : edition) ?? null,
    to: to ?? null,
    ...(products.length > 0 ? { scope: [...products] } : {}),
    ...(uses.length > 0 ? { use_scope: [...uses] } : {}),
    source,
    ...(provision === undefined ? {} : { provision }),
    ...(exact ? {} : { verified: false, note: `Scope read from the words: ${text}`.slice(0, 2000) }),
  };
}
