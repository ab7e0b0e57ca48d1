import type { Document } from "../../src/model/document.ts";
import type { Path } from "./deleting.ts";

/** A document, and which of its places have been read since. */
export interface Watched<D extends Document<unknown>> {
  /** The same to read as the document it was made from. */
  readonly document: D;
  /** Places that were read. What was never read decided nothing. */
  read(): readonly Path[];
  hasRead(path: Path): boolean;
}

/** Watches what is read of a document. */
export function watched<D extends Document<unknown>>(document: D): Watched<D> {
  const read = new Map<string, Path>();
  return {
    document: { ...document, value: watch(document.value, [], read) },
    read: () => [...read.values()],
    hasRead: (path) => read.has(pointer(path)),
  };
}

function watch(value: unknown, at: Path, read: Map<string, Path>): unknown {
  if (value === null || typeof value !== "object") return value;
  const inside = new Map<string, unknown>();
  return new Proxy(value, {
    get(target, key, receiver) {
      if (
        typeof key === "symbol" ||
        !Object.hasOwn(target, key) ||
        (Array.isArray(target) && key === "length")
      )
        return Reflect.get(target, key, receiver);
      // One proxy for each place, so that what was the same stays the same.
      if (!inside.has(key)) {
        const path = [...at, Array.isArray(target) ? Number(key) : key];
        read.set(pointer(path), path);
        inside.set(key, watch(Reflect.get(target, key, receiver), path, read));
      }
      return inside.get(key);
    },
  });
}

function pointer(path: Path): string {
  return path.join("/");
}
