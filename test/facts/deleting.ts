import type { Document, JsonValue, Manifest } from "../../src/model/document.ts";

export type Path = readonly (string | number)[];

/** Every path below the root of a document, blocks and values alike. */
export function pathsIn({ value }: Document<unknown>): readonly Path[] {
  // A document is a JSON value; its generated type only lacks the index signature.
  return below(value as JsonValue, []);
}

/** The manifest without what stands at some paths: a key is dropped, an item is blanked. */
export function without(manifest: Manifest, paths: readonly Path[]): Manifest {
  const root = manifest.value as unknown as JsonValue;
  return { ...manifest, value: paths.reduce(drop, root) as unknown as Manifest["value"] };
}

function below(value: JsonValue, path: Path): readonly Path[] {
  const own = path.length === 0 ? [] : [path];
  if (value === null || typeof value !== "object") return own;
  const entries: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [...own, ...entries.flatMap(([key, item]) => below(item, [...path, key]))];
}

function drop(value: JsonValue, [key, ...rest]: Path): JsonValue {
  if (value === null || typeof value !== "object" || key === undefined) return value;
  if (Array.isArray(value)) {
    const inside = (item: JsonValue) => (rest.length === 0 ? null : drop(item, rest));
    return value.map((item: JsonValue, index) => (index === key ? inside(item) : item));
  }
  const entries = Object.entries(value).flatMap(([name, item]): [string, JsonValue][] => {
    if (name !== key) return [[name, item]];
    return rest.length === 0 ? [] : [[name, drop(item, rest)]];
  });
  return Object.fromEntries(entries);
}
