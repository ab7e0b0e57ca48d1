import type { CheckRun, PullRequest, Repository, World } from "../../src/standin/world.ts";

/**
 * All that decides the verdict on one commit: the open pull requests it heads, or the one whose merge the queue made of it,
 * by what and with whose consent.
 */
export type Situation = readonly {
  readonly number: number;
  readonly head: string;
  /** Tip of the branch it goes into and, where that is another, of the default branch. */
  readonly bases: readonly string[];
  /** People whose last word on this head is an approval. */
  readonly approving: readonly string[];
}[];

/** The situation of every head of a repository as it is now, taken from the stand-in itself. */
export function situationsOf(repository: Repository): ReadonlyMap<string, Situation> {
  const situations = new Map<string, Situation>();
  for (const pull of repository.pulls.values()) {
    if (pull.state !== "open") continue;
    const one = {
      number: pull.number,
      head: pull.head.sha,
      bases: basesOf(pull),
      approving: approvingOf(pull),
    };
    situations.set(pull.head.sha, [...(situations.get(pull.head.sha) ?? []), one]);
  }
  // A group is judged by what it was built on, with the consent its pull request has.
  for (const { pull, baseSha, headSha } of repository.mergeQueue) {
    const one = { number: pull.number, head: headSha, bases: [baseSha], approving: approvingOf(pull) };
    situations.set(headSha, [one]);
  }
  return situations;
}

/** A commit that must have a check, and how people call what it is the head of. */
export interface Place {
  readonly name: string;
  readonly sha: string;
}

/** Heads of open pull requests and of merge groups. */
export function placesOf({ pulls, mergeQueue }: Repository): readonly Place[] {
  const open = [...pulls.values()].filter(({ state }) => state === "open");
  return [
    ...open.map(({ number, head }) => ({ name: `#${number}`, sha: head.sha })),
    ...mergeQueue.map(({ pull, headSha }) => ({ name: `#${pull.number} in the queue`, sha: headSha })),
  ];
}

/** The newest check of the app on a commit. */
export function newestCheck({ checkRuns }: Repository, sha: string): CheckRun | undefined {
  return checkRuns.findLast((run) => run.headSha === sha && run.name === "bylaw");
}

/** The repository of a full name. */
export function repositoryOf(world: World, name: string): Repository {
  const repository = world.repositories.get(name.toLowerCase());
  if (repository === undefined) throw new Error(`no repository \`${name}\``);
  return repository;
}

function basesOf({ repository, base }: PullRequest): readonly string[] {
  const tips = [base.ref, repository.defaultBranch].map((branch) =>
    repository.refs.get(`refs/heads/${branch}`),
  );
  return [...new Set(tips.filter((tip) => tip !== undefined))];
}

function approvingOf({ reviews, author, head }: PullRequest): readonly string[] {
  const people = new Set(reviews.map(({ user }) => user.login));
  people.delete(author.login);
  return [...people].sort().filter((login) => {
    const decided = reviews.filter(
      ({ user, state }) => user.login === login && state !== "COMMENTED" && state !== "PENDING",
    );
    const last = decided.at(-1);
    return last?.state === "APPROVED" && last.commit === head.sha;
  });
}
