import type { Tables } from "./tables.ts";

/** A MAC address or prefix as `AA:BB:CC`, however it is separated; `undefined` where it is neither. */
export function ouiOf(text: string): string | undefined {
  const digits = text.replace(/[\s:.-]/g, "").toUpperCase();
  if (!/^[0-9A-F]{6}([0-9A-F]{6})?$/.test(digits)) return undefined;
  return `${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6)}`;
}

/** MAC prefixes by entity and entities by prefix, from the register's table and from what entities state. */
export function indexOuis(tables: Tables, canonical: (id: string) => string) {
  const stated = [...tables.entities.values()].map(({ id, identifiers }) => ({
    entity: id,
    prefixes: Array.isArray(identifiers?.ouis) ? identifiers.ouis : [],
  }));
  const entities = new Map<string, Set<string>>();
  const prefixes = new Map<string, Set<string>>();
  for (const entry of [...tables.ouis, ...stated]) {
    const id = canonical(entry.entity);
    for (const oui of entry.prefixes) {
      entities.set(oui, (entities.get(oui) ?? new Set<string>()).add(id));
      prefixes.set(id, (prefixes.get(id) ?? new Set<string>()).add(oui));
    }
  }
  return { entities: sorted(entities), prefixes: sorted(prefixes) };
}

function sorted(map: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  return new Map([...map].map(([key, values]) => [key, [...values].sort()]));
}
