import type { Document } from "../../model/document.ts";
import type { RegistryDocument } from "../../model/generated/registry.ts";
import type { ListEntry } from "./list-entry.ts";
import type { Category } from "./proposal.ts";
import { readScope } from "./read-scope.ts";

/**
 * The entries of a file that name a category of goods and no entity, each beside the category of the registry that
 * begins on the same day and is about the same products. They are for a person to read, and never become listings.
 */
export function compareCategories(
  entries: readonly ListEntry[],
  list: string,
  documents: readonly Document<RegistryDocument>[],
): readonly Category[] {
  const held = documents
    .flatMap(({ value }) => value.listings ?? [])
    .filter((listing) => listing.list === list && listing.category !== undefined);
  return entries.flatMap(({ line, category, from, scope }) => {
    if (category === undefined) return [];
    const { products } = scope === undefined || scope.products.length === 0 ? readScope(category) : scope;
    const about = (listing: (typeof held)[number]) =>
      listing.category === category ||
      (listing.from === (from ?? null) && products.some((word) => listing.scope?.includes(word)));
    return [{ line, text: category, from, products, held: held.find(about)?.category }];
  });
}
