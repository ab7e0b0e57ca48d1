import type { Entity } from "../model/generated/registry.ts";
import type { NoAlternatives, Registry } from "../model/registry.ts";
import { MAJORITY } from "./holders.ts";

type Answer = ReturnType<Registry["alternatives"]>;

/**
 * Partners that supply one of the categories and are on no list, themselves or through a holder whose
 * listing reaches affiliates. Companies before partners from research and government, then the highest
 * trust score, unassessed last, then by id. An empty answer says why.
 */
export function findAlternatives(
  entities: Iterable<Entity>,
  { categories, asOf }: { readonly categories: readonly string[]; readonly asOf: string },
  registry: Pick<Registry, "holders" | "listings" | "trust">,
): Answer {
  const suppliers = suppliersOf(entities, categories);
  const listed = (id: string) =>
    registry
      .holders(id, asOf)
      .some(
        ({ entity, control }) =>
          control.max >= MAJORITY &&
          registry.listings(entity, asOf).some((listing) => entity === id || listing.includesAffiliates),
      );
  const ranked = suppliers
    .filter(({ id }) => !listed(id))
    .map(({ id, partner }) => ({
      id,
      company: partner?.kind === "company" ? 1 : 0,
      score: registry.trust(id, asOf)?.score ?? -1,
    }));
  ranked.sort(
    (left, right) =>
      right.company - left.company || right.score - left.score || (left.id < right.id ? -1 : 1),
  );
  const found = ranked.map(({ id }) => id);
  return { entities: found, reason: found.length > 0 ? undefined : whyNone(categories, suppliers.length) };
}

/** Partners that supply one of the categories, listed or not. */
export function suppliersOf(entities: Iterable<Entity>, categories: readonly string[]): readonly Entity[] {
  return [...entities].filter(
    ({ fictional, partner }) =>
      !fictional && partner?.supplies.some((category) => categories.includes(category)),
  );
}

function whyNone(categories: readonly string[], suppliers: number): NoAlternatives {
  if (categories.length === 0) return "noCategory";
  return suppliers === 0 ? "noPartner" : "allListed";
}
