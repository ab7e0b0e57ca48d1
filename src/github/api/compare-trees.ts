import type { FileChange } from "../../model/review.ts";
import type { Tree } from "./read-tree.ts";

/**
 * The paths that differ between two trees, in order of path. A move is a removal and an addition; a file
 * whose mode alone differs has changed.
 */
export function compareTrees(before: Tree, after: Tree): readonly FileChange[] {
  const changes: FileChange[] = [];
  for (const [file, entry] of after) {
    const old = before.get(file);
    if (old === undefined) changes.push({ file, status: "added" });
    else if (old.sha !== entry.sha || old.mode !== entry.mode) changes.push({ file, status: "changed" });
  }
  for (const file of before.keys()) if (!after.has(file)) changes.push({ file, status: "removed" });
  return changes.sort((a, b) => (a.file < b.file ? -1 : 1));
}
