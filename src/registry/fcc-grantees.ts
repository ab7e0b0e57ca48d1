import type { Tables } from "./tables.ts";

/** Finds the entities whose grantee codes an FCC id begins with, by what entities state. */
export function indexGrantees({ entities }: Tables, canonical: (id: string) => string) {
  const byCode = new Map<string, Set<string>>();
  for (const { id, identifiers } of entities.values())
    for (const code of identifiers?.fcc_grantees ?? [])
      byCode.set(code, (byCode.get(code) ?? new Set<string>()).add(canonical(id)));
  return (id: string): readonly string[] => [...(byCode.get(granteeOf(id) ?? "") ?? [])].sort();
}

/** The grantee code an FCC id begins with: five characters where the first is a digit, else three; `undefined` where it has none. */
function granteeOf(id: string): string | undefined {
  return /^(?:[A-Z][A-Z0-9]{2}|[2-9][A-Z0-9]{4})/.exec(id.toUpperCase())?.[0];
}
