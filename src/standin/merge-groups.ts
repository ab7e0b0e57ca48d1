import { accountOf } from "./accounts.ts";
import { signatureOf } from "./commits.ts";
import { emitInRepository } from "./emit.ts";
import { commitsBetween } from "./history.ts";
import { testMerge } from "./mergeability.ts";
import { presentPushCommit } from "./present-commit.ts";
import { findPull, type PullRef } from "./pulls.ts";
import { moveBranch } from "./pushes.ts";
import { findRepository } from "./repositories.ts";
import { branchTip } from "./resolve-ref.ts";
import type { World } from "./world.ts";

export interface MergeGroup {
  readonly repository: string;
  readonly headSha: string;
  /** `refs/heads/gh-readonly-queue/main/pr-2-…`. */
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
}

/** Queues pull requests of one base branch: their merges, one on another, on a branch of the queue. */
export function createMergeGroup(world: World, refs: readonly PullRef[], user = "merge-queue"): MergeGroup {
  const pulls = refs.map((ref) => findPull(world, ref));
  const [first] = pulls;
  const last = pulls.at(-1);
  if (first === undefined || last === undefined) throw new Error("a merge group needs a pull request");
  const { repository, base } = first;
  const baseSha = branchTip(repository, base.ref);
  let sha = baseSha;
  for (const pull of pulls) {
    const tree = testMerge(repository, sha, pull.head.sha);
    if (tree === undefined) throw new Error(`pull request ${pull.number} conflicts with the queue`);
    const signature = signatureOf(world, user);
    const message = `Merge pull request #${pull.number} from ${pull.head.repository.owner.login}/${pull.head.ref}`;
    const parents = [sha, pull.head.sha];
    const below = sha;
    sha = repository.store.putCommit({ tree, parents, author: signature, committer: signature, message });
    repository.mergeQueue.push({ pull, baseSha: below, headSha: sha });
  }
  const branch = `gh-readonly-queue/${base.ref}/pr-${last.number}-${baseSha}`;
  moveBranch(world, repository, branch, sha, accountOf(world, user));
  const group = {
    repository: repository.fullName,
    headSha: sha,
    headRef: `refs/heads/${branch}`,
    baseSha,
    baseRef: `refs/heads/${base.ref}`,
  };
  announce(world, group, "checks_requested", {});
  return group;
}

/** Takes a group out of the queue and deletes its branch. */
export function destroyMergeGroup(
  world: World,
  group: MergeGroup,
  reason: "merged" | "invalidated" | "dequeued",
): void {
  const repository = findRepository(world, group.repository);
  const within = new Set(commitsBetween(repository.store, group.baseSha, group.headSha));
  const kept = repository.mergeQueue.filter((entry) => !within.has(entry.headSha));
  repository.mergeQueue.splice(0, repository.mergeQueue.length, ...kept);
  repository.refs.delete(group.headRef);
  announce(world, group, "destroyed", { reason });
}

function announce(world: World, group: MergeGroup, action: string, more: { readonly reason?: string }): void {
  const repository = findRepository(world, group.repository);
  emitInRepository(world, repository, "merge_group", accountOf(world, "merge-queue"), {
    action,
    ...more,
    merge_group: {
      head_sha: group.headSha,
      head_ref: group.headRef,
      base_sha: group.baseSha,
      base_ref: group.baseRef,
      head_commit: presentPushCommit(world, repository, group.headSha),
    },
  });
}
