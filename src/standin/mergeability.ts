import { mergeBase } from "./history.ts";
import { mergeTrees } from "./merge-trees.ts";
import type { Repository } from "./world.ts";

/** The tree of merging `head` into `base`, `undefined` where they conflict or share no history. */
export function testMerge({ store }: Repository, base: string, head: string): string | undefined {
  const fork = mergeBase(store, base, head);
  const [from, ours, theirs] = [fork ?? "", base, head].map((sha) => store.commit(sha)?.tree);
  if (from === undefined || ours === undefined || theirs === undefined) return undefined;
  return mergeTrees(store, from, ours, theirs);
}
