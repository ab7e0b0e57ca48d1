import type { ListView } from "../model/registry.ts";
import type { Tables } from "./tables.ts";

/** The published lists by id, each with its entries for whole categories, which no entity ever gets. */
export function viewLists({ lists, listings }: Tables): readonly ListView[] {
  return [...lists.values()]
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map((list) => ({
      id: list.id,
      title: list.title,
      authority: list.authority,
      retrievedOn: list.retrieved_on ?? undefined,
      coverage: list.coverage,
      supersededBy: list.superseded_by,
      edition: list.editions
        ?.map(({ date }) => date)
        .sort()
        .at(-1),
      conflict: list.conflict?.text,
      categories: listings.flatMap(({ list: id, category, from, to }) =>
        id === list.id && category !== undefined
          ? [{ text: category, from: from ?? undefined, to: to ?? undefined }]
          : [],
      ),
      sources: list.sources,
    }));
}
