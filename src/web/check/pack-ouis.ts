import type { JsonValue } from "../../model/document.ts";
import { isMap } from "../../parse/is-map.ts";

/** A registry file with the MAC prefixes of each entity as numbers, sorted, each less the one before: half the weight. */
export function packOuis(registry: JsonValue): JsonValue {
  return withPrefixes(registry, (prefixes) => {
    const numbers = prefixes.map((prefix) => Number.parseInt(String(prefix).replaceAll(":", ""), 16));
    const sorted = numbers.toSorted((a, b) => a - b);
    return sorted.map((number, index) => number - (sorted[index - 1] ?? 0));
  });
}

/** A registry file as it was before `packOuis`, its prefixes in order. */
export function unpackOuis(registry: JsonValue): JsonValue {
  return withPrefixes(registry, (steps) => {
    let last = 0;
    return steps.map((step) => {
      last += Number(step);
      return last
        .toString(16)
        .toUpperCase()
        .padStart(6, "0")
        .replace(/..(?=.)/g, "$&:");
    });
  });
}

function withPrefixes(
  registry: JsonValue,
  change: (prefixes: readonly JsonValue[]) => readonly JsonValue[],
): JsonValue {
  if (!isMap(registry) || !Array.isArray(registry.ouis)) return registry;
  const ouis = registry.ouis.map((entry) =>
    isMap(entry) && Array.isArray(entry.prefixes) ? { ...entry, prefixes: change(entry.prefixes) } : entry,
  );
  return { ...registry, ouis };
}
