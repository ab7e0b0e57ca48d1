import { accountOf } from "./accounts.ts";
import { checkSuiteOf } from "./check-suites.ts";
import { type NewCommit, writeCommit } from "./commits.ts";
import { emitInRepository } from "./emit.ts";
import { commitsBetween } from "./history.ts";
import { presentCheckSuite } from "./present-check.ts";
import { presentPushCommit } from "./present-commit.ts";
import { emitPullRequest } from "./pull-events.ts";
import { findRepository, networkOf } from "./repositories.ts";
import { branchTip } from "./resolve-ref.ts";
import type { Account, Repository, World } from "./world.ts";

const NOTHING = "0".repeat(40);

/** Commits to a branch, new ones starting at the default branch, pushes it, and gives the commit's SHA. */
export function commit(world: World, fullName: string, branch: string, change: NewCommit): string {
  const repository = findRepository(world, fullName);
  const start =
    repository.refs.get(`refs/heads/${branch}`) ?? branchTip(repository, repository.defaultBranch);
  const sha = writeCommit(world, repository, [start], change);
  moveBranch(world, repository, branch, sha, accountOf(world, change.author));
  return sha;
}

/** Points a branch at any commit the repository has, as `git push --force` does. */
export function forcePush(world: World, fullName: string, branch: string, sha: string, user?: string): void {
  const repository = findRepository(world, fullName);
  if (repository.store.commit(sha) === undefined) throw new Error(`no commit \`${sha}\``);
  moveBranch(world, repository, branch, sha, user === undefined ? repository.owner : accountOf(world, user));
}

/** Moves a branch and everything that follows it: push, check suite, heads of open pull requests. */
export function moveBranch(
  world: World,
  repository: Repository,
  branch: string,
  sha: string,
  sender: Account,
): void {
  const ref = `refs/heads/${branch}`;
  const before = repository.refs.get(ref) ?? NOTHING;
  repository.refs.set(ref, sha);
  const from = before === NOTHING ? repository.refs.get(`refs/heads/${repository.defaultBranch}`) : before;
  const commits = commitsBetween(repository.store, from ?? sha, sha);
  emitInRepository(world, repository, "push", sender, {
    ref,
    before,
    after: sha,
    created: before === NOTHING,
    deleted: false,
    forced: before !== NOTHING && commitsBetween(repository.store, sha, before).length > 0,
    base_ref: null,
    compare: `${world.url}/${repository.fullName}/compare/${before.slice(0, 12)}...${sha.slice(0, 12)}`,
    commits: commits.slice(-20).map((id) => presentPushCommit(world, repository, id)),
    head_commit: presentPushCommit(world, repository, sha),
    pusher: { name: sender.login, email: `${sender.login}@users.noreply.example.org` },
  });
  const suite = checkSuiteOf(world, repository, world.app.id, sha, { branch, pusher: sender });
  emitInRepository(world, repository, "check_suite", sender, {
    action: "requested",
    check_suite: presentCheckSuite(world, repository, suite),
  });
  moveHeads(world, repository, branch, before, sender);
}

function moveHeads(world: World, head: Repository, branch: string, before: string, sender: Account): void {
  for (const base of networkOf(world, head)) {
    for (const pull of base.pulls.values()) {
      if (pull.state !== "open" || pull.head.repository !== head || pull.head.ref !== branch) continue;
      pull.head.sha = branchTip(head, branch);
      pull.base.sha = branchTip(base, pull.base.ref);
      pull.updatedAt = world.now();
      if (before === pull.head.sha) continue;
      if (commitsBetween(head.store, pull.head.sha, before).length > 0) {
        pull.forcePushes.push({ actor: sender, before, after: pull.head.sha });
      }
      emitPullRequest(world, pull, "synchronize", sender, { before, after: pull.head.sha });
    }
  }
}
