import { changedFiles, describeChange, type FileChange } from "./file-diff.ts";
import { commitsBetween, mergeBase } from "./history.ts";
import type { ObjectStore } from "./object-store.ts";
import type { PullRequest, Repository } from "./world.ts";

export interface PullStatistics {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
}

/** Past this many files lines are not counted. */
const COUNTED_FILES = 300;
const known = new WeakMap<ObjectStore, Map<string, PullStatistics>>();

/** What changed from the merge base of two commits to the second. */
export function changesBetween({ store }: Repository, base: string, head: string): FileChange[] {
  const from = mergeBase(store, base, head);
  const after = store.commit(head);
  if (after === undefined) throw new Error(`no commit \`${head}\``);
  return changedFiles(store, from === undefined ? undefined : store.commit(from)?.tree, after.tree);
}

/** Sizes of a pull request, computed once for each pair of commits. */
export function pullStatistics(pull: PullRequest): PullStatistics {
  const { store } = pull.repository;
  const key = `${pull.base.sha}..${pull.head.sha}`;
  const ofStore = known.get(store) ?? new Map<string, PullStatistics>();
  known.set(store, ofStore);
  const cached = ofStore.get(key);
  if (cached !== undefined) return cached;
  const changes = changesBetween(pull.repository, pull.base.sha, pull.head.sha);
  const counted = changes.slice(0, COUNTED_FILES).map((change) => describeChange(store, change, 0));
  const statistics = {
    commits: commitsBetween(store, pull.base.sha, pull.head.sha).length,
    additions: counted.reduce((sum, file) => sum + file.additions, 0),
    deletions: counted.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: changes.length,
  };
  ofStore.set(key, statistics);
  return statistics;
}
