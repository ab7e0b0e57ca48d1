import type { Why } from "../../github/sweep/due-for-review.ts";
import { type DueReview, reconcile } from "../../github/sweep/reconcile.ts";
import { CLEAN, FAILED, FOUND, type Io } from "../io.ts";

interface ReconcileOptions {
  readonly dryRun: boolean;
}

/** Sweeps once by hand: says which pull requests are due for review and why, and reviews them unless it is a dry run. */
export async function reconcileCommand({ dryRun }: ReconcileOptions, io: Io): Promise<number> {
  let due = 0;
  const { left, unread } = await reconcile(io.env, {
    dryRun,
    write: io.err,
    onDue(each) {
      due += 1;
      io.out(`${nameOf(each)}: ${WORDS[each.why]}\n`);
    },
  });
  if (unread > 0)
    io.out(`${unread} installations, repositories or pull requests could not be read; the log says why\n`);
  if (dryRun) {
    io.out(due === 0 ? "nothing is due\n" : `${due} due; nothing was done in this dry run\n`);
    return unread > 0 ? FAILED : due > 0 ? FOUND : CLEAN;
  }
  for (const each of left) io.out(`${nameOf(each)}: still due, ${WORDS[each.why]}\n`);
  io.out(`${due} due, ${due - left.length} settled\n`);
  return unread > 0 ? FAILED : left.length > 0 ? FOUND : CLEAN;
}

function nameOf({ owner, repo, number }: DueReview): string {
  return `${owner}/${repo}#${number}`;
}

const WORDS: Readonly<Record<Why, string>> = {
  missing: "no check on its head",
  unfinished: "its check was begun and nobody completes it",
  undecided: "its check came to no verdict, or rests on policies that have moved",
  stale: "its check was given for another base or by another version",
  expired: "a date that decides has passed",
  approvals: "whether its approvals still count is asked anew",
  queued: "it waits in a merge queue, which is asked anew",
  unread: "GitHub did not say where it stands",
  comment: "its summary comment stands there twice, or speaks of another commit or verdict",
};
