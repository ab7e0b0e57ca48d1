import { at, listAt, numberAt, shaAt } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { MERGE_QUEUE } from "../api/pull-request-queries.ts";
import type { Contributors } from "../api/read-contributors.ts";
import { readPullRequest } from "../api/read-pull-request.ts";
import type { Attempt } from "../queue/queue.ts";
import type { AppContext } from "../server/app-context.ts";
import type { Head, HeadChange } from "./head.ts";
import { reviewHead } from "./review-head.ts";
import type { ReviewJob } from "./review-job.ts";
import { type Commit, type OwnCheck, readCommit, readOwnChecks, type Standing } from "./standing.ts";

/** A pull request in a merge queue, with the commit the queue would merge and the one it builds on. */
interface Entry {
  readonly number: number;
  readonly base: Commit;
  readonly head: Commit;
  readonly recent: readonly string[];
  readonly checks: readonly OwnCheck[];
}

/**
 * Gives the merge group of a queued pull request its check. A group stands on the groups before it, so
 * each of those is judged too, by what it builds on and by the approvals on its own pull request.
 */
export async function reviewMergeGroup(
  context: AppContext,
  client: Client,
  job: ReviewJob,
  { number, base }: Standing,
  options: Attempt,
): Promise<void> {
  const { owner, repo } = job;
  const entries = await readEntries(context, client, job, base.branch);
  const entry = entries.find((each) => each.number === number);
  if (entry === undefined) return;
  const changes: HeadChange[] = [];
  for (const each of groupsUpTo(entry, entries)) {
    const { head, recent } = each;
    const pull = await readPullRequest(client, {
      owner,
      repo,
      number: each.number,
      app: context.identity.id,
    });
    // One that is closed by now has nobody's consent.
    const { standing, contributors = NOBODY } = pull?.live ?? {};
    const approving = standing?.approving ?? [];
    changes.push({
      number: each.number,
      branch: base.branch,
      base: each.base,
      head,
      recent,
      approving,
      contributors,
      listed: true,
    });
  }
  const [first, ...rest] = changes;
  if (first === undefined) return;
  const head: Head = {
    installation: job.installation,
    owner,
    repo,
    sha: entry.head.sha,
    checks: entry.checks,
    changes: [first, ...rest],
    async isCurrent() {
      const now = await readEntries(context, client, job, base.branch);
      return now.some((each) => each.number === number && each.head.sha === entry.head.sha);
    },
  };
  const result = await reviewHead(context, client, head, options);
  if (result === "moved") await context.enqueue(job);
}

const NOBODY: Contributors = { known: new Set(), unlinked: [], more: false };

/** The groups an entry stands on, from the base branch up to itself. */
function groupsUpTo(entry: Entry, entries: readonly Entry[]): readonly Entry[] {
  const chain = [entry];
  for (
    let below = parentOf(entry, entries);
    below && !chain.includes(below);
    below = parentOf(below, entries)
  ) {
    chain.unshift(below);
  }
  return chain;
}

function parentOf(entry: Entry, entries: readonly Entry[]): Entry | undefined {
  return entries.find((each) => each.head.sha === entry.base.sha);
}

async function readEntries(
  context: AppContext,
  client: Client,
  { owner, repo }: RepositoryName,
  branch: string,
): Promise<readonly Entry[]> {
  const answer = await client.graphql(MERGE_QUEUE, { owner, repo, branch, app: context.identity.id });
  const queue = at(answer, "repository", "mergeQueue");
  if (queue === null) return [];
  // An entry has no commits until the queue has built its group.
  const built = listAt(queue, "entries", "nodes").filter(
    (node) => at(node, "headCommit") && at(node, "baseCommit"),
  );
  return built.map((node) => ({
    number: numberAt(node, "pullRequest", "number"),
    base: readCommit(at(node, "baseCommit")),
    head: readCommit(at(node, "headCommit")),
    recent: listAt(node, "headCommit", "history", "nodes").map((commit) => shaAt(commit, "oid")),
    checks: readOwnChecks(at(node, "headCommit")),
  }));
}
