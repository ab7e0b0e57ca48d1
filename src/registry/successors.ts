import type { Edge } from "../model/generated/registry.ts";

/**
 * Maps an id to the id the same company goes by now, along `renamed_from` edges. A company is the same
 * before and after its change of name, so no date is asked. Ids that were never renamed map to themselves;
 * in a circle of renamings, which `checkRegistry` reports, an id maps to itself.
 */
export function followRenamings(edges: readonly Edge[]): (id: string) => string {
  const newer = new Map(
    edges.flatMap(({ kind, from, to }) => (kind === "renamed_from" ? [[to, from] as const] : [])),
  );
  return (id) => {
    if (!newer.has(id)) return id;
    const met = new Set([id]);
    let current = id;
    for (let next = newer.get(current); next !== undefined; next = newer.get(current)) {
      if (met.has(next)) return id;
      met.add(next);
      current = next;
    }
    return current;
  };
}
