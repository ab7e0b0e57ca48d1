import type { Surroundings } from "../model/surroundings.ts";

/** An answer about a whole set, computed at most once for each. */
export function perSurroundings<T>(
  compute: (surroundings: Surroundings) => T,
): (surroundings: Surroundings) => T {
  const kept = new WeakMap<Surroundings, { readonly answer: T }>();
  return (surroundings) => {
    const found = kept.get(surroundings) ?? { answer: compute(surroundings) };
    kept.set(surroundings, found);
    return found.answer;
  };
}
