import type { Edge } from "../model/generated/registry.ts";
import { eachOnce, SEMICOLON, type Texts, textIn, textsOf } from "../model/language.ts";
import type { ProductOrigin, Registry } from "../model/registry.ts";
import { matchesModel } from "./model-pattern.ts";
import { holdsOn } from "./period.ts";
import type { StepWords } from "./step-words.ts";

type Query = Parameters<Registry["productOrigins"]>[0];
type Confidence = ProductOrigin["confidence"];

/** What the origin of a product is read from. */
export interface OriginTables {
  /** Edges into a brand or company, `manufactures_for` only. */
  readonly makersFor: ReadonlyMap<string, readonly Edge[]>;
  /** Edges out of a seller, to those it sells for. */
  readonly sellsFor: ReadonlyMap<string, readonly Edge[]>;
  /** Whether an id is a mere brand, which makes nothing itself. */
  isBrand(id: string): boolean;
  /** The id of a company given by id or by name; `undefined` where it does not resolve. */
  idOf(company: string): string | undefined;
  readonly canonical: (id: string) => string;
  readonly words: StepWords;
}

const SELLING: ReadonlySet<Edge["kind"]> = new Set(["agent_of", "reseller_of", "importer_of"]);
const ORDER: readonly Confidence[] = ["low", "medium", "high"];

/** Indexes product edges by brand and by seller. */
export function indexOrigins(
  edges: readonly Edge[],
  base: Omit<OriginTables, "makersFor" | "sellsFor">,
): OriginTables {
  const makersFor = new Map<string, Edge[]>();
  const sellsFor = new Map<string, Edge[]>();
  const add = (map: Map<string, Edge[]>, id: string, edge: Edge) => {
    const key = base.canonical(id);
    map.set(key, [...(map.get(key) ?? []), edge]);
  };
  for (const edge of edges) {
    if (edge.kind === "manufactures_for") add(makersFor, edge.to, edge);
    if (SELLING.has(edge.kind)) add(sellsFor, edge.from, edge);
  }
  return { ...base, makersFor, sellsFor };
}

/**
 * True makers of a product. First the makers recorded for this model under its brand or declared maker,
 * followed to the first maker; with the model blank every recorded model counts, at low confidence. Then,
 * where the maker is unstated, unresolved, a mere brand or a seller, those the sellers sell for: they
 * confirm a maker found by model, and stand for the maker where none was. So a seller's other lines,
 * whose maker is stated, stay what they are.
 */
export function findOrigins(query: Query, tables: OriginTables): readonly ProductOrigin[] {
  const named = [query.brand, query.maker].flatMap((name) =>
    name === undefined ? [] : (tables.idOf(name) ?? []),
  );
  const made = [...new Set(named)].flatMap((id) => makers(id, query, tables, [], new Set([id])));
  const sold = undecidedMaker(query, tables) ? principals(query, tables) : [];
  const found =
    made.length === 0
      ? sold
      : [...made, ...sold.filter((seller) => made.some((maker) => maker.entity === seller.entity))];
  return merge(found);
}

/** The edges that `findOrigins` may take on some date for a product. */
export function originEdges(query: Omit<Query, "asOf">, tables: OriginTables): readonly Edge[] {
  const ids = [query.brand, query.maker, ...query.sellers].flatMap((name) =>
    name === undefined ? [] : (tables.idOf(name) ?? []),
  );
  const found = new Set<Edge>();
  const queue = [...new Set(ids)];
  for (const id of queue) {
    const makers = (tables.makersFor.get(id) ?? []).filter((edge) => concerns(edge, query));
    for (const edge of [...makers, ...(tables.sellsFor.get(id) ?? [])]) found.add(edge);
    queue.push(
      ...makers.map((edge) => tables.canonical(edge.from)).filter((maker) => !queue.includes(maker)),
    );
  }
  return [...found];
}

function makers(
  id: string,
  query: Query,
  tables: OriginTables,
  path: readonly Texts[],
  met: ReadonlySet<string>,
): ProductOrigin[] {
  return (tables.makersFor.get(id) ?? []).flatMap((edge) => {
    const maker = tables.canonical(edge.from);
    if (met.has(maker) || !applies(edge, query)) return [];
    const step = tables.words(edge, query.asOf);
    const way = [...path, query.model === undefined ? withoutModel(step) : step];
    const deeper = makers(maker, query, tables, way, new Set([...met, maker]));
    const confidence = query.model === undefined ? "low" : edge.confidence;
    return deeper.length > 0 ? deeper : [{ entity: maker, path: way, confidence }];
  });
}

const NO_MODEL: Texts = { en: "model not stated", he: "הדגם לא צוין", ar: "الطراز غير مذكور" };

function withoutModel(step: Texts): Texts {
  return textsOf(
    (language) => `${textIn(step, language)}${SEMICOLON[language]}${textIn(NO_MODEL, language)}`,
  );
}

function principals(query: Query, tables: OriginTables): readonly ProductOrigin[] {
  const sellers = [...query.sellers, ...(query.maker === undefined ? [] : [query.maker])].flatMap(
    (name) => tables.idOf(name) ?? [],
  );
  return [...new Set(sellers)].flatMap((seller) =>
    (tables.sellsFor.get(seller) ?? [])
      .filter((edge) => applies(edge, query))
      .map((edge) => ({
        entity: tables.canonical(edge.to),
        path: [tables.words(edge, query.asOf)],
        confidence: edge.confidence,
      })),
  );
}

/** Whether the declared maker leaves open who makes the product. */
function undecidedMaker({ maker, asOf }: Query, tables: OriginTables): boolean {
  const id = maker === undefined ? undefined : tables.idOf(maker);
  if (id === undefined || tables.isBrand(id)) return true;
  return (tables.sellsFor.get(id) ?? []).some((edge) => holdsOn(edge.from_date, edge.to_date, asOf) !== "no");
}

function applies(edge: Edge, query: Query): boolean {
  return holdsOn(edge.from_date, edge.to_date, query.asOf) !== "no" && concerns(edge, query);
}

/** Whether an edge is about products like this one. */
function concerns(edge: Edge, { model }: Pick<Query, "model">): boolean {
  return (
    edge.products === undefined ||
    model === undefined ||
    edge.products.some((pattern) => matchesModel(pattern, model))
  );
}

/** One origin for each maker, with every way that led to it and the best confidence among them. */
function merge(origins: readonly ProductOrigin[]): readonly ProductOrigin[] {
  const merged = new Map<string, ProductOrigin>();
  for (const origin of origins) {
    const known = merged.get(origin.entity);
    merged.set(origin.entity, {
      entity: origin.entity,
      path: eachOnce([...(known?.path ?? []), ...origin.path]),
      confidence:
        ORDER[Math.max(ORDER.indexOf(origin.confidence), known ? ORDER.indexOf(known.confidence) : 0)] ??
        "low",
    });
  }
  return [...merged.values()];
}
