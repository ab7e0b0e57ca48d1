import type { Client, RepositoryName } from "../api/client.ts";
import type { Attempt } from "../queue/queue.ts";
import type { OwnCheck } from "../review/standing.ts";
import type { AppContext } from "../server/app-context.ts";
import { toExternalId } from "./check-identity.ts";

/**
 * Begins a run in a check that an earlier one left behind, and gives how many processes ended in the middle of it. Where
 * the queue cannot know, the check itself counts the runs that were begun in it: the next process reads it there.
 */
export async function takeOverCheck(
  { begun }: Pick<AppContext, "begun">,
  client: Client,
  { owner, repo, key }: RepositoryName & { readonly key: string },
  found: OwnCheck,
  { crashes }: Pick<Attempt, "crashes">,
): Promise<number> {
  const before = crashesBefore({ begun }, found, { crashes });
  if (crashes !== undefined || begun.has(found.id)) return before;
  await client.rest("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
    owner,
    repo,
    check_run_id: found.id,
    external_id: toExternalId({ key, validUntil: undefined, begun: before + 1 }),
  });
  return before;
}

/** How many processes ended in the middle of a run that takes over a check, or takes none over. */
export function crashesBefore(
  { begun }: Pick<AppContext, "begun">,
  found: OwnCheck | undefined,
  { crashes }: Pick<Attempt, "crashes">,
): number {
  if (crashes !== undefined) return crashes;
  if (found === undefined) return 0;
  const counted = found.identity?.begun ?? (found.completed ? 0 : 1);
  // An attempt of this process that failed is no crash, and was counted as it began.
  return begun.has(found.id) ? Math.max(0, counted - 1) : counted;
}

/**
 * The check to take over: one that was left unfinished or, where nobody asks for another, a refusal that nobody meant to
 * last. None in which annotations would double.
 */
export function checkToTakeOver(checks: readonly OwnCheck[], forced: boolean): OwnCheck | undefined {
  const open = checks.find(({ completed, annotations }) => !completed && annotations === 0);
  const [newest] = checks;
  return open ?? (!forced && newest !== undefined && isPassingRefusal(newest) ? newest : undefined);
}

function isPassingRefusal({ completed, conclusion, identity, annotations }: OwnCheck): boolean {
  const isUndecided = identity !== undefined && identity.validUntil === undefined;
  return completed && conclusion === "failure" && isUndecided && annotations === 0;
}
