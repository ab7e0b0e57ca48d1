import type {
  ActiveListing,
  EdgeView,
  EntityView,
  Holder,
  LegalFlag,
  ProductOrigin,
  Registry,
  Resolution,
} from "../model/registry.ts";
import { MAJORITY } from "./holders.ts";

/** A listing that reaches the company shown, and the holder it comes through; the company itself has the path `[]`. */
export interface ReachingListing {
  readonly listing: ActiveListing;
  readonly through: Holder;
}

/** Everything the registry says about one name on one date. Plain data, the same for the same input. */
export interface VendorView {
  readonly name: string;
  readonly asOf: string;
  readonly resolution: Resolution;
  /** `undefined` unless the name resolved: a look-alike is not the company it looks like. */
  readonly entity: EntityView | undefined;
  /** Everyone above the company, with the steps that lead there. */
  readonly holders: readonly Holder[];
  /** Where the products it sells as an agent, reseller or importer, or carries as a brand, come from; its other lines are not meant. */
  readonly origins: readonly ProductOrigin[];
  /** Its own listings and those of holders that reach affiliates and hold a majority, or may. */
  readonly listings: readonly ReachingListing[];
  /** Listings of the products' makers and their holders, which say nothing about the seller. */
  readonly originListings: readonly ReachingListing[];
  /** Legal profile of each country the company and its controlling holders are under; flags `undefined` where unknown. */
  readonly legal: readonly { readonly country: string; readonly flags: readonly LegalFlag[] | undefined }[];
  readonly trust: ReturnType<Registry["trust"]>;
  readonly carrier: ReturnType<Registry["carrier"]>;
  /** All recorded relations, past ones too. */
  readonly edges: readonly EdgeView[];
  readonly sources: readonly {
    readonly key: string;
    readonly title: string;
    readonly url: string | undefined;
    readonly verified: boolean;
  }[];
}

/** Looks a name or an id up and collects what holds on a date: control, origins, listings, legal profile, sources. */
export function vendorView(registry: Registry, name: string, asOf: string): VendorView {
  const resolution = registry.resolve(/^(vendor|brand|body):/.test(name) ? { id: name } : { name });
  const base = { name, asOf, resolution };
  if (resolution.kind !== "resolved") return { ...base, ...nothing };
  const id = resolution.entity;
  const holders = registry.holders(id, asOf);
  const origins = registry.productOrigins({
    model: undefined,
    maker: undefined,
    brand: id,
    sellers: [id],
    asOf,
  });
  const listings = reaching(registry, id, asOf);
  const originListings = origins.flatMap(({ entity }) => reaching(registry, entity, asOf));
  const entity = registry.entity(id);
  const edges = registry.edges(id, asOf);
  const legal = legalProfiles(registry, holders, asOf);
  const carrier = registry.carrier(id, asOf);
  const keys = [
    ...holders.flatMap((holder) => holder.sources),
    ...edges.flatMap((edge) => edge.sources),
    ...[...listings, ...originListings].map(({ listing }) => listing.source),
    ...legal.flatMap(({ flags }) => flags?.map(({ source }) => source) ?? []),
    ...(entity?.reply ? [entity.reply.source] : []),
    ...(carrier ? [carrier.source] : []),
  ];
  const sources = [...new Set(keys)].sort().flatMap((key) => {
    const source = registry.source(key);
    return source ? [{ key, ...source }] : [];
  });
  const above = holders.filter((holder) => holder.entity !== id);
  const trust = registry.trust(id, asOf);
  return {
    ...base,
    entity,
    holders: above,
    origins,
    listings,
    originListings,
    legal,
    trust,
    carrier,
    edges,
    sources,
  };
}

const nothing = {
  entity: undefined,
  holders: [],
  origins: [],
  listings: [],
  originListings: [],
  legal: [],
  trust: undefined,
  carrier: undefined,
  edges: [],
  sources: [],
};

function reaching(registry: Registry, id: string, asOf: string): readonly ReachingListing[] {
  return registry
    .holders(id, asOf)
    .filter(({ control }) => control.max >= MAJORITY)
    .flatMap((through) =>
      registry
        .listings(through.entity, asOf)
        .filter((listing) => through.entity === id || listing.includesAffiliates)
        .map((listing) => ({ listing, through })),
    );
}

function legalProfiles(registry: Registry, holders: readonly Holder[], asOf: string): VendorView["legal"] {
  const controlling = holders.filter(({ control }) => control.max >= MAJORITY);
  const countries = controlling.flatMap(({ entity }) => registry.entity(entity)?.jurisdiction ?? []);
  return [...new Set(countries)].map((country) => ({ country, flags: registry.legalFlags(country, asOf) }));
}
