import type { MergeGroup } from "../../src/standin/merge-groups.ts";
import type { PullRef } from "../../src/standin/pulls.ts";
import type { Standin } from "../../src/standin/standin.ts";

/** Merge groups of one pull request each. */
export interface MergeQueue {
  /** Puts a pull request into the queue, or takes it out; leaves one that is closed or conflicts. */
  toggle(pull: PullRef): void;
  /** Takes every pull request out of the queue that has the head of this one. */
  leave(pull: PullRef): void;
}

export function createMergeQueue(github: Standin): MergeQueue {
  const groups = new Map<string, { readonly group: MergeGroup; readonly queued: PullRef }>();
  const headOf = ({ repository, number }: PullRef) => github.pullRequest(repository, number).head;
  const keyOf = ({ repository, number }: PullRef) => `${repository}#${number}`;

  function take(key: string): boolean {
    const entry = groups.get(key);
    if (entry === undefined) return false;
    github.destroyMergeGroup(entry.group, "dequeued");
    return groups.delete(key);
  }

  return {
    toggle(pull) {
      const key = keyOf(pull);
      const { state } = github.pullRequest(pull.repository, pull.number);
      if (take(key) || state !== "open") return;
      try {
        groups.set(key, { group: github.createMergeGroup([pull]), queued: pull });
      } catch (error) {
        // With a conflict GitHub takes it out at once.
        if (!String(error).includes("conflicts with the queue")) throw error;
      }
    },
    leave(pull) {
      const { sha } = headOf(pull);
      for (const [key, { queued }] of groups) if (headOf(queued).sha === sha) take(key);
    },
  };
}
