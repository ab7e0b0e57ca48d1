import type { Edge } from "../model/generated/registry.ts";
import { holdsOn } from "./period.ts";

/**
 * An edge read upwards, from a company to who stands above it. `rights` carry control whatever the
 * share, a `share` carries it by its size, `disclosure` never.
 */
export interface Link {
  readonly lower: string;
  readonly upper: string;
  readonly carries: "rights" | "share" | "disclosure";
  readonly edge: Edge;
}

/** Links above a company on a date; at any time where none is given. */
export type LinksAbove = (company: string, asOf?: string) => readonly Link[];

type Reading = { readonly upper: "from" | "to"; readonly carries: Link["carries"] };

const READINGS: Partial<Record<Edge["kind"], Reading>> = {
  owns: { upper: "from", carries: "share" },
  parent_of: { upper: "from", carries: "rights" },
  controls: { upper: "from", carries: "rights" },
  merged_into: { upper: "to", carries: "rights" },
  divested_to: { upper: "to", carries: "rights" },
  invests_in: { upper: "from", carries: "disclosure" },
  fund_sponsored_by: { upper: "to", carries: "disclosure" },
};

/**
 * Indexes the edges that lead upwards. Whoever a company merged into or was sold to controls it from
 * that date; a renamed company is one company, so ids are `canonical` throughout.
 */
export function indexLinks(edges: readonly Edge[], canonical: (id: string) => string): LinksAbove {
  const above = new Map<string, Link[]>();
  for (const edge of edges) {
    const reading = READINGS[edge.kind];
    if (!reading) continue;
    const [from, to] = [canonical(edge.from), canonical(edge.to)];
    const [upper, lower] = reading.upper === "from" ? [from, to] : [to, from];
    if (upper === lower) continue;
    const links = above.get(lower) ?? [];
    links.push({ lower, upper, carries: reading.carries, edge });
    above.set(lower, links);
  }
  return (company, asOf) =>
    (above.get(company) ?? []).filter(
      ({ edge }) => asOf === undefined || holdsOn(edge.from_date, edge.to_date, asOf) !== "no",
    );
}
