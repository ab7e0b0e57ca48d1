import type { EdgeView } from "../model/registry.ts";
import { holdsOn } from "./period.ts";
import type { Tables } from "./tables.ts";

/** Every recorded edge at either end of which the company stands, past ones too, in the order of the files. */
export function viewEdges(
  id: string,
  asOf: string,
  { edges }: Tables,
  canonical: (id: string) => string,
): readonly EdgeView[] {
  return edges
    .filter(({ from, to }) => canonical(from) === id || canonical(to) === id)
    .map((edge) => ({
      from: edge.from,
      to: edge.to,
      kind: edge.kind,
      percent: edge.percent ? { min: edge.percent.min, max: edge.percent.max ?? 100 } : undefined,
      fromDate: edge.from_date ?? undefined,
      toDate: edge.to_date ?? undefined,
      confidence: edge.confidence,
      products: edge.products ?? [],
      disputed: edge.disputed?.text,
      sources: edge.sources,
      active: holdsOn(edge.from_date, edge.to_date, asOf) !== "no",
    }));
}
