import type { EdgeView } from "../model/registry.ts";
import { holdsOn } from "./period.ts";
import { groupBy, type Tables } from "./tables.ts";

/** Every recorded edge at either end of which a company stands, past ones too, in the order of the files. */
export function indexEdges(
  { edges }: Pick<Tables, "edges">,
  canonical: (id: string) => string,
): (id: string, asOf: string) => readonly EdgeView[] {
  const ends = edges.flatMap((edge) =>
    [...new Set([canonical(edge.from), canonical(edge.to)])].map((id) => ({ id, edge })),
  );
  const byCompany = groupBy(ends, ({ id }) => id);
  return (id, asOf) =>
    (byCompany.get(id) ?? []).map(({ edge }) => ({
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
