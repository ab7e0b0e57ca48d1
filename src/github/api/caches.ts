import { type BoundedCache, createBoundedCache } from "./bounded-cache.ts";
import type { Tree } from "./read-tree.ts";

/** What was read of Git, by SHA: it can never be out of date. */
export interface Caches {
  readonly trees: BoundedCache<Tree>;
  readonly blobs: BoundedCache<Uint8Array>;
}

/** Empty caches that together stay under about 192 MiB. */
export function createCaches(): Caches {
  return { trees: createBoundedCache(64 * 1024 * 1024), blobs: createBoundedCache(128 * 1024 * 1024) };
}
