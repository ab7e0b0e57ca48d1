import type { RegistryDocument } from "../model/generated/registry.ts";
import type { ExploitedFlaw, Holder, Registry, Resolution } from "../model/registry.ts";
import { findAlternatives, suppliersOf } from "./alternatives.ts";
import { cleanFlag } from "./clean-flag.ts";
import { viewEdges } from "./edge-view.ts";
import { displayName, viewEntity } from "./entity-view.ts";
import { findExploited } from "./exploited.ts";
import { findHolders } from "./holders.ts";
import { flagsOn } from "./legal-flags.ts";
import { indexLinks } from "./links.ts";
import { viewLists } from "./list-view.ts";
import { indexListings } from "./listings.ts";
import { indexNames } from "./name-index.ts";
import { indexOuis, ouiOf } from "./oui.ts";
import { findOrigins, indexOrigins, originEdges } from "./product-origins.ts";
import { indexNumbers, resolveCompany } from "./resolve.ts";
import { stepWords } from "./step-words.ts";
import { followRenamings } from "./successors.ts";
import { groupBy, mergeTables } from "./tables.ts";
import { scoreOf } from "./trust.ts";
import { edgeTurns, indexTurns } from "./turns.ts";

/** Look-ups remembered at most: names come from manifests, so that there is no end to them. */
const REMEMBERED = 20_000;

type CompanyQuery = Parameters<Registry["resolve"]>[0];

/**
 * The vendor graph of all registry files. Names, entities, edges and MAC prefixes are indexed once;
 * `holders` and `resolve` remember their answers. Files are taken as they are: run `checkRegistry` first, which reports
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
  const origins = indexOrigins(tables.edges, { isBrand, idOf, canonical, words });
  const views = new Map(
    [...tables.entities.values()].map((entity) => [
      entity.id,
      viewEntity(entity, ouis.prefixes.get(entity.id) ?? []),
    ]),
  );
  const assessments = groupBy(tables.assessments, ({ entity }) => canonical(entity));
  const carriers = groupBy(tables.carriers, ({ entity }) => canonical(entity));
  const remembered = new Map<string, readonly Holder[]>();
  const resolved = new Map<string, Resolution>();
  const offered = new Map<string, ReturnType<Registry["alternatives"]>>();
  const exploits = new Map<string, readonly ExploitedFlaw[]>();

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
  function holders(entity: string, asOf: string): readonly Holder[] {
    const key = `${canonical(entity)} ${asOf}`;
    const known = remembered.get(key) ?? findHolders(canonical(entity), asOf, above, words);
    remembered.set(key, known);
    return known;
  }
  function resolve(query: CompanyQuery): Resolution {
    const id = query.id ?? "";
    const name = query.name ?? "";
    const numbers = query.identifiers === undefined ? "" : JSON.stringify(query.identifiers);
    // The lengths keep apart what two companies write in two different places.
    const key = `${id.length} ${numbers.length} ${id}${numbers}${name}`;
    const known = resolved.get(key) ?? resolveCompany(query, lookup);
    if (resolved.size < REMEMBERED) resolved.set(key, known);
    return known;
  }
  const listings: Registry["listings"] = (entity, asOf) => listingsOf(canonical(entity), asOf);
  const trust: Registry["trust"] = (entity, asOf) => scoreOf(assessments.get(canonical(entity)) ?? [], asOf);
  const alternatives: Registry["alternatives"] = (query) => {
    const key = JSON.stringify([query.categories, query.asOf]);
    const known =
      offered.get(key) ?? findAlternatives(tables.entities.values(), query, { holders, listings, trust });
    if (offered.size < REMEMBERED) offered.set(key, known);
    return known;
  };
  const exploited: Registry["exploited"] = (query) => {
    const key = JSON.stringify([query.model, query.firmware, query.asOf]);
    const known = exploits.get(key) ?? findExploited(tables, query);
    if (exploits.size < REMEMBERED) exploits.set(key, known);
    return known;
  };

  const turns = indexTurns(tables, { above, canonical, nameOf });

  return {
    entity: (id) => views.get(canonical(id)),
    entities: () => [...views.values()],
    resolve,
    holders,
    listings,
    productOrigins: (query) => findOrigins(query, origins),
    ...turns,
    supplierTurns: (categories) =>
      suppliersOf(tables.entities.values(), categories).flatMap(({ id }) => turns.turns(id)),
    originTurns: (query) => originEdges(query, origins).flatMap((edge) => edgeTurns(edge, nameOf)),
    byOui,
    legalFlags: (jurisdiction, asOf) => flagsOn(tables.jurisdictions.get(jurisdiction ?? ""), asOf),
    trust,
    exploited,
    alternatives,
    edges: (entity, asOf) => viewEdges(canonical(entity), asOf, tables, canonical),
    lists: () => viewLists(tables),
    carrier: (entity, asOf) => cleanFlag(carriers.get(canonical(entity)) ?? [], asOf),
    source: (key) => {
      const source = tables.sources.get(key);
      return source && { title: source.title, url: source.url, verified: source.verified };
    },
  };
}
