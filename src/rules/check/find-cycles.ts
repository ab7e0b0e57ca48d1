/** Each circle among named things that refer to each other, once, starting at the name that sorts first. */
export function findCycles(
  references: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const cycles = new Map<string, readonly string[]>();
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) {
      const circle = path.slice(start);
      const first = circle.indexOf([...circle].sort()[0] ?? name);
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      cycles.set(turned.join(" "), turned);
      return;
    }
    if (done.has(name)) return;
    for (const next of references.get(name) ?? []) visit(next, [...path, name]);
    done.add(name);
  };
  for (const name of references.keys()) visit(name, []);
  return [...cycles.values()];
}
