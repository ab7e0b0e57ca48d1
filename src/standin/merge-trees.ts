import type { ObjectStore } from "./object-store.ts";
import { diffTrees, type Leaf, writeTree } from "./tree.ts";

/**
 * The tree that holds the changes of both sides since `base`, or `undefined` where both changed one
 * path differently. Whole files are compared: lines are never merged.
 */
export function mergeTrees(
  store: ObjectStore,
  base: string,
  ours: string,
  theirs: string,
): string | undefined {
  const mine = new Map(diffTrees(store, base, ours).map((change) => [change.path, change.after]));
  const changes = new Map<string, Leaf | null>();
  for (const { path, after } of diffTrees(store, base, theirs)) {
    const own = mine.get(path);
    if (mine.has(path) && (own?.sha !== after?.sha || own?.mode !== after?.mode)) return undefined;
    changes.set(path, after ?? null);
  }
  return writeTree(store, ours, changes);
}
