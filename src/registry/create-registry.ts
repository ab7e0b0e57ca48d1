import type { RegistryDocument } from "../model/generated/registry.ts";
import type { Registry } from "../model/registry.ts";
import { findAlternatives, suppliersOf } from "./alternatives.ts";
import { cleanFlag } from "./clean-flag.ts";
import { indexEdges } from "./edge-view.ts";
import { displayName, viewEntity } from "./entity-view.ts";
import { findExploited } from "./exploited.ts";
import { indexGrantees } from "./fcc-grantees.ts";
import { findHolders } from "./holders.ts";
import { flagsOn } from "./legal-flags.ts";
import { indexLinks } from "./links.ts";
import { viewLists } from "./list-view.ts";
import { indexListings } from "./listings.ts";
import { indexNames } from "./name-index.ts";
import { indexOuis, ouiOf } from "./oui.ts";
import { findOrigins, indexOrigins, originEdges } from "./product-origins.ts";
import { remember, rememberOnDay } from "./remember.ts";
import { indexNumbers, resolveCompany } from "./resolve.ts";
import { stepWords } from "./step-words.ts";
import { followRenamings } from "./successors.ts";
import { groupBy, mergeTables } from "./tables.ts";
import { scoreOf } from "./trust.ts";
import { edgeTurns, indexTurns } from "./turns.ts";

/**
 * The vendor graph of all registry files. Names, entities, edges and MAC prefixes are indexed once;
 * what manifests ask again and again is remembered. Files are taken as they are: run `checkRegistry` first, which reports
 * duplicates and references that lead nowhere.
 */
export function createRegistry(documents: readonly RegistryDocument[]): Registry {
  const tables = mergeTables(documents);
  const canonical = followRenamings(tables.edges);
  const ouis = indexOuis(tables, canonical);
  const nameOf = (id: string) => displayName(id, tables.entities.get(id));
  const words = stepWords(nameOf);
  const above = indexLinks(tables.edges, canonical);
  const listingsOf = indexListings(tables, canonical);
  const lookup = {
    entities: tables.entities,
    names: indexNames(tables.entities.values(), canonical),
    numbers: indexNumbers(tables.entities.values(), canonical),
    canonical,
    byOui,
  };
  const edgesOf = indexEdges(tables, canonical);
  const origins = indexOrigins(tables.edges, { isBrand, idOf, canonical, words });
  const views = new Map(
    [...tables.entities.values()].map((entity) => [
      entity.id,
      viewEntity(entity, ouis.prefixes.get(entity.id) ?? []),
    ]),
  );
  const assessments = groupBy(tables.assessments, ({ entity }) => canonical(entity));
  const carriers = groupBy(tables.carriers, ({ entity }) => canonical(entity));

  function byOui(oui: string): readonly string[] {
    return ouis.entities.get(ouiOf(oui) ?? "") ?? [];
  }
  function isBrand(id: string): boolean {
    return views.get(id)?.kind === "brand";
  }
  function idOf(company: string): string | undefined {
    if (tables.entities.has(company)) return canonical(company);
    const found = lookup.names(company);
    return found.kind === "resolved" ? found.entity : undefined;
  }
  const holders: Registry["holders"] = rememberOnDay((entity, asOf) =>
    findHolders(canonical(entity), asOf, above, words),
  );
  const listings: Registry["listings"] = rememberOnDay((entity, asOf) => listingsOf(canonical(entity), asOf));
  const trust: Registry["trust"] = rememberOnDay((entity, asOf) =>
    scoreOf(assessments.get(canonical(entity)) ?? [], asOf),
  );
  const legalFlags: Registry["legalFlags"] = rememberOnDay((jurisdiction, asOf) =>
    flagsOn(tables.jurisdictions.get(jurisdiction ?? ""), asOf),
  );
  const resolve: Registry["resolve"] = remember(
    ({ id, name, identifiers }) => {
      const numbers = identifiers === undefined ? "" : JSON.stringify(identifiers);
      // The lengths keep apart what two companies write in two different places.
      return `${id?.length ?? 0} ${numbers.length} ${id ?? ""}${numbers}${name ?? ""}`;
    },
    (query) => resolveCompany(query, lookup),
  );
  const productOrigins: Registry["productOrigins"] = remember(
    ({ model, maker, brand, sellers, asOf }) => JSON.stringify([model, maker, brand, sellers, asOf]),
    (query) => findOrigins(query, origins),
  );
  const alternatives: Registry["alternatives"] = remember(
    ({ categories, asOf }) => JSON.stringify([categories, asOf]),
    (query) => findAlternatives(tables.entities.values(), query, { holders, listings, trust }),
  );
  const exploited: Registry["exploited"] = remember(
    ({ model, firmware, asOf }) => JSON.stringify([model, firmware, asOf]),
    (query) => findExploited(tables, query),
  );

  const turns = indexTurns(tables, { above, canonical, nameOf });

  return {
    entity: (id) => views.get(canonical(id)),
    entities: () => [...views.values()],
    resolve,
    holders,
    listings,
    productOrigins,
    ...turns,
    supplierTurns: (categories) =>
      suppliersOf(tables.entities.values(), categories).flatMap(({ id }) => turns.turns(id)),
    originTurns: (query) => originEdges(query, origins).flatMap((edge) => edgeTurns(edge, nameOf)),
    byOui,
    byFcc: indexGrantees(tables, canonical),
    legalFlags,
    trust,
    exploited,
    alternatives,
    edges: (entity, asOf) => edgesOf(canonical(entity), asOf),
    lists: () => viewLists(tables),
    carrier: (entity, asOf) => cleanFlag(carriers.get(canonical(entity)) ?? [], asOf),
    source: (key) => {
      const source = tables.sources.get(key);
      return source && { title: source.title, url: source.url, verified: source.verified };
    },
  };
}
