import type { Client, RepositoryName } from "../api/client.ts";
import { readPullRequest } from "../api/read-pull-request.ts";
import { cancelCheck } from "../publish/complete-check.ts";
import { refuseUnread } from "../publish/refuse-unread.ts";
import type { Attempt } from "../queue/queue.ts";
import type { AppContext } from "../server/app-context.ts";
import { reviewHead } from "./review-head.ts";
import type { ReviewJob } from "./review-job.ts";
import { reviewMergeGroup } from "./review-merge-group.ts";
import { toHead } from "./to-head.ts";

/**
 * Brings one pull request to the state it should be in, from GitHub as it is now: a completed check on its
 * head and, where there is something to say, the summary comment.
 */
export async function reviewPullRequest(
  context: AppContext,
  job: ReviewJob,
  options: Attempt,
): Promise<void> {
  const client = await context.client(job.installation);
  const pull = { ...job, app: context.identity.id };
  const state = await readPullRequest(client, pull, context.caches.blobs).catch(async (error: unknown) => {
    if (options.last) await refuseUnread(context, client, job, error);
    throw error;
  });
  if (state === undefined) return;
  if (state.live?.standing.queued) await reviewMergeGroup(context, client, job, state.live.standing, options);
  const sharing = state.others.filter(({ head, number }) => head === state.head && number !== job.number);
  const leader = Math.min(
    ...sharing.map(({ number }) => number),
    state.live ? job.number : Number.POSITIVE_INFINITY,
  );
  if (leader !== job.number && Number.isFinite(leader)) {
    // A head has one check, and one of the pull requests it heads answers for it: the first.
    await context.enqueue({ ...job, number: leader }, { forced: options.forced });
    return;
  }
  await cancelAll(context, client, job, state.abandoned, "The head moved before this commit was judged.");
  if (state.live === undefined) {
    // Nobody asks for a verdict any more; a check left open would wait for ever.
    const open = state.checks.filter((check) => !check.completed).map(({ id }) => id);
    return await cancelAll(context, client, job, open, "The pull request was closed before it was judged.");
  }

  const live = new Map([[job.number, state.live]]);
  for (const { number } of sharing) {
    const other = await readPullRequest(client, { ...job, number, app: context.identity.id });
    if (other?.live && other.head === state.head) live.set(number, other.live);
  }
  const result = await reviewHead(context, client, toHead(context, client, job, state, live), options);
  if (result === "moved") await context.enqueue(job);
}

async function cancelAll(
  context: AppContext,
  client: Client,
  { owner, repo }: RepositoryName,
  checks: readonly number[],
  why: string,
): Promise<void> {
  for (const id of checks) await cancelCheck(client, { owner, repo, id, why, now: context.now() });
}
