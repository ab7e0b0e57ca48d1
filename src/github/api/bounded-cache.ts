/** Values by key, the least recently used dropped first once their weights exceed a bound. */
export interface BoundedCache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T, weight: number): void;
}

/** An empty cache that never holds more than `capacity` in weight; a value heavier than that is not kept. */
export function createBoundedCache<T>(capacity: number): BoundedCache<T> {
  const entries = new Map<string, { readonly value: T; readonly weight: number }>();
  let held = 0;

  function drop(key: string): void {
    held -= entries.get(key)?.weight ?? 0;
    entries.delete(key);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      // A Map keeps insertion order: what is read moves to the young end.
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, weight) {
      drop(key);
      if (weight > capacity) return;
      entries.set(key, { value, weight });
      held += weight;
      for (const oldest of entries.keys()) {
        if (held <= capacity) break;
        drop(oldest);
      }
    },
  };
}
