import type { Edge } from "../../model/generated/registry.ts";

/** So many companies fit into a drawing that can still be read. */
const MOST = 18;

/** Companies around one of them, and every recorded link between any two of these. */
export interface NearestLinks {
  /** The company asked about first. */
  readonly entities: readonly string[];
  readonly edges: readonly Edge[];
  /** How many companies at most two steps away are left out. */
  readonly left: number;
}

/**
 * Companies at most two links away from `id`, the nearest first, as many as fit. What a holder of it holds besides is left
 * to the page of the holder: some hold dozens.
 */
export function nearestLinks(id: string, edges: readonly Edge[]): NearestLinks {
  const next = edges.flatMap((edge) => [
    ...(edge.from === id ? [{ edge, to: edge.to }] : []),
    ...(edge.to === id ? [{ edge, to: edge.from }] : []),
  ]);
  const holders = new Set(next.flatMap(({ edge, to }) => (isHeld(edge, id) ? [to] : [])));
  const further = next.flatMap(({ to: near }) =>
    edges.flatMap((edge) => {
      if (edge.to === near) return [edge.from];
      return edge.from === near && !(holders.has(near) && isControl(edge)) ? [edge.to] : [];
    }),
  );
  const found = [...new Set([id, ...next.map(({ to }) => to), ...further])];
  const entities = found.slice(0, MOST);
  const shown = new Set(entities);
  return {
    entities,
    edges: edges.filter(({ from, to }) => shown.has(from) && shown.has(to)),
    left: found.length - entities.length,
  };
}

function isHeld(edge: Edge, id: string): boolean {
  return edge.to === id && isControl(edge);
}

function isControl({ kind }: Edge): boolean {
  return kind === "owns" || kind === "parent_of" || kind === "controls" || kind === "invests_in";
}
