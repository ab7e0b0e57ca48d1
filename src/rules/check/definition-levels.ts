/** Definitions may rest on definitions this many levels deep: more than anyone can follow. */
export const MAX_LEVELS = 16;

/**
 * How many levels of definitions each stands on, itself included. Those that are circular, or rest on one
 * that is, have no level. Walks without recursion, since a file may hold thousands in one chain.
 */
export function levelsOf(references: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const readers = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  for (const [name, read] of references) {
    const known = read.filter((other) => references.has(other));
    waiting.set(name, known.length);
    for (const other of known) {
      const list = readers.get(other) ?? [];
      list.push(name);
      readers.set(other, list);
    }
  }
  const levels = new Map<string, number>();
  const ready = [...references.keys()].filter((name) => waiting.get(name) === 0);
  for (const name of ready) {
    const below = (references.get(name) ?? []).map((other) => levels.get(other) ?? 0);
    levels.set(name, 1 + below.reduce((most, level) => Math.max(most, level), 0));
    for (const reader of readers.get(name) ?? []) {
      const left = (waiting.get(reader) ?? 0) - 1;
      waiting.set(reader, left);
      if (left === 0) ready.push(reader);
    }
  }
  return levels;
}
