import type { Document } from "../../src/model/document.ts";
import type { Path } from "./deleting.ts";

/** A document like another, and whether a place of it has been read since. What was never read decided nothing. */
export function watched<D extends Document<unknown>>(
  document: D,
): { readonly document: D; readonly hasRead: (path: Path) => boolean } {
  const read = new Set<string>();
  const value = watch(document.value, "", read);
  return { document: { ...document, value }, hasRead: (path) => read.has(pointer(path)) };
}

function watch(value: unknown, at: string, read: Set<string>): unknown {
  if (value === null || typeof value !== "object") return value;
  const inside = new Map<string, unknown>();
  return new Proxy(value, {
    get(target, key, receiver) {
      const found: unknown = Reflect.get(target, key, receiver);
      if (typeof key === "symbol" || !Object.hasOwn(target, key)) return found;
      const place = `${at}/${key}`;
      read.add(place);
      // One proxy for each place, so that what was the same stays the same.
      if (!inside.has(key)) inside.set(key, watch(found, place, read));
      return inside.get(key);
    },
  });
}

function pointer(path: Path): string {
  return path.map((key) => `/${key}`).join("");
}
