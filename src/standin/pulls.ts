import { accountOf } from "./accounts.ts";
import { signatureOf } from "./commits.ts";
import { testMerge } from "./mergeability.ts";
import { emitPullRequest } from "./pull-events.ts";
import { moveBranch } from "./pushes.ts";
import { findRepository } from "./repositories.ts";
import { branchTip } from "./resolve-ref.ts";
import type { PullRequest, World } from "./world.ts";

/** Which pull request: what `openPullRequest` gives, or these two written out. */
export interface PullRef {
  readonly repository: string;
  readonly number: number;
}

export interface NewPullRequest {
  readonly title: string;
  /** A branch of `headRepository`. */
  readonly head: string;
  /** The default branch if left out. */
  readonly base?: string;
  readonly author: string;
  readonly body?: string;
  /** Full name of a fork; the repository itself if left out. */
  readonly headRepository?: string;
  readonly draft?: boolean;
}

/** Opens a pull request. Numbers count from 1 in each repository. */
export function openPullRequest(world: World, fullName: string, options: NewPullRequest): PullRef {
  const repository = findRepository(world, fullName);
  const head = findRepository(world, options.headRepository ?? fullName);
  if (head.store !== repository.store) throw new Error(`\`${head.fullName}\` is no fork of \`${fullName}\``);
  const base = options.base ?? repository.defaultBranch;
  const now = world.now();
  const pull: PullRequest = {
    id: world.nextId(),
    number: repository.pulls.size + 1,
    repository,
    author: accountOf(world, options.author),
    body: options.body ?? null,
    createdAt: now,
    head: { repository: head, ref: options.head, sha: branchTip(head, options.head) },
    base: { ref: base, sha: branchTip(repository, base) },
    comments: [],
    reviews: [],
    reviewComments: [],
    forcePushes: [],
    title: options.title,
    state: "open",
    draft: options.draft ?? false,
    updatedAt: now,
    closedAt: undefined,
    merged: undefined,
  };
  repository.pulls.set(pull.number, pull);
  emitPullRequest(world, pull, "opened", pull.author);
  return { repository: repository.fullName, number: pull.number };
}

/** The pull request of a reference. Throws where there is none. */
export function findPull(world: World, { repository, number }: PullRef): PullRequest {
  const pull = findRepository(world, repository).pulls.get(number);
  if (pull === undefined) throw new Error(`\`${repository}\` has no pull request ${number}`);
  return pull;
}

/** Closes it without merging. */
export function closePullRequest(world: World, ref: PullRef, user?: string): void {
  const pull = findPull(world, ref);
  pull.state = "closed";
  pull.closedAt = pull.updatedAt = world.now();
  emitPullRequest(world, pull, "closed", senderOf(world, pull, user));
}

/** Opens it again at the branch's tip. */
export function reopenPullRequest(world: World, ref: PullRef, user?: string): void {
  const pull = findPull(world, ref);
  pull.state = "open";
  pull.closedAt = undefined;
  pull.head.sha = branchTip(pull.head.repository, pull.head.ref);
  pull.base.sha = branchTip(pull.repository, pull.base.ref);
  pull.updatedAt = world.now();
  emitPullRequest(world, pull, "reopened", senderOf(world, pull, user));
}

/** Takes it out of draft. */
export function markReady(world: World, ref: PullRef, user?: string): void {
  const pull = findPull(world, ref);
  pull.draft = false;
  pull.updatedAt = world.now();
  emitPullRequest(world, pull, "ready_for_review", senderOf(world, pull, user));
}

/** Changes the branch it is to be merged into. */
export function retarget(world: World, ref: PullRef, base: string, user?: string): void {
  const pull = findPull(world, ref);
  const from = { ref: { from: pull.base.ref }, sha: { from: pull.base.sha } };
  Object.assign(pull.base, { ref: base, sha: branchTip(pull.repository, base) });
  pull.updatedAt = world.now();
  emitPullRequest(world, pull, "edited", senderOf(world, pull, user), { changes: { base: from } });
}

/** Changes its title, which changes nothing to judge. */
export function retitle(world: World, ref: PullRef, title: string, user?: string): void {
  const pull = findPull(world, ref);
  const changes = { title: { from: pull.title } };
  pull.title = title;
  pull.updatedAt = world.now();
  emitPullRequest(world, pull, "edited", senderOf(world, pull, user), { changes });
}

/** Merges it with a merge commit, whose SHA it gives. Throws on a conflict. */
export function mergePullRequest(world: World, ref: PullRef, user?: string): string {
  const pull = findPull(world, ref);
  const sender = senderOf(world, pull, user);
  const base = branchTip(pull.repository, pull.base.ref);
  const tree = testMerge(pull.repository, base, pull.head.sha);
  if (tree === undefined) throw new Error(`pull request ${pull.number} conflicts with \`${pull.base.ref}\``);
  const signature = signatureOf(world, sender.login);
  const sha = pull.repository.store.putCommit({
    tree,
    parents: [base, pull.head.sha],
    author: signature,
    committer: signature,
    message: `Merge pull request #${pull.number} from ${pull.head.repository.owner.login}/${pull.head.ref}`,
  });
  pull.state = "closed";
  pull.merged = { at: world.now(), by: sender, sha };
  pull.closedAt = pull.updatedAt = world.now();
  moveBranch(world, pull.repository, pull.base.ref, sha, sender);
  emitPullRequest(world, pull, "closed", sender);
  return sha;
}

function senderOf(world: World, pull: PullRequest, user: string | undefined): PullRequest["author"] {
  return user === undefined ? pull.author : accountOf(world, user);
}
