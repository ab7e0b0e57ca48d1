import type { Client, RepositoryName } from "../api/client.ts";
import { isConsentSame } from "../approvals/is-consent-same.ts";
import { cancelCheck } from "../publish/complete-check.ts";
import { giveCheck, type HeadResult } from "../publish/give-check.ts";
import { checkToTakeOver, crashesBefore } from "../publish/take-over-check.ts";
import type { Attempt } from "../queue/queue.ts";
import type { AppContext } from "../server/app-context.ts";
import { createForgetMoved } from "../sweep/forget-moved.ts";
import { LASTING } from "./conclude.ts";
import type { Head, HeadChange } from "./head.ts";
import { reviewKey } from "./review-key.ts";
import type { OwnCheck } from "./standing.ts";

/**
 * Gives a head commit its check, unless the one it has still holds. What ended processes before is run alone, so that
 * others that were under way with it are not taken for what did.
 */
export async function reviewHead(
  context: AppContext,
  client: Client,
  head: Head,
  attempt: Attempt,
): Promise<HeadResult> {
  const { owner, repo, changes } = head;
  const { forced, last } = attempt;
  const today = context.today();
  const key = keyOf(context, head);
  const fields = {
    installation: head.installation,
    repository: `${owner}/${repo}`,
    pull_request: changes[0].number,
    commit: head.sha,
    key,
  };
  const started = performance.now();
  const reviewed = (result: HeadResult, conclusion?: string, audit?: string): HeadResult => {
    context.log.info("reviewed", { ...fields, result, conclusion, audit });
    const seconds = (performance.now() - started) / 1_000;
    context.metrics.reviewed({ result, seconds, ...(conclusion !== undefined && { conclusion }) });
    return result;
  };
  const [newest] = await createForgetMoved(client)(head.checks);
  const open = head.checks.filter((check) => !check.completed);
  const isSame = newest !== undefined && !forced && isValid(newest, key, today);
  const holds =
    isSame && (isLasting(newest) || (await isConsentSame(context, client, head, { newest, last })));
  const adopted = holds ? undefined : checkToTakeOver(head.checks, forced);
  for (const check of open.filter((each) => each !== adopted)) {
    const why = "The run that started this check ended before it came to a verdict.";
    await cancelCheck(client, { owner, repo, id: check.id, why, now: context.now() });
  }
  if (holds) return reviewed("held", newest.conclusion);
  const run = () => giveCheck(context, client, head, { ...attempt, adopted, key, today, fields, reviewed });
  return crashesBefore(context, adopted, attempt) < SUSPICIOUS ? await run() : await context.alone(run);
}

/** One process ends by chance, or by a new version, in the middle of whatever it does. */
const SUSPICIOUS = 2;

/** The name of everything that decides the verdict on a head, as far as it is known before a file is read. */
export function keyOf(
  context: Pick<AppContext, "reviewer">,
  head: RepositoryName & {
    readonly sha: string;
    readonly changes: readonly Pick<HeadChange, "number" | "branch" | "base">[];
  },
): string {
  return reviewKey({
    repository: `${head.owner}/${head.repo}`,
    head: head.sha,
    pulls: head.changes.map(({ number, branch, base }) => ({ number, branch, base: base.sha })),
    engine: context.reviewer.engine,
  });
}

/** Tells whether a check could come to no verdict on its commit: nobody's approval changes that. */
function isLasting({ identity }: OwnCheck): boolean {
  return identity?.validUntil === LASTING;
}

/** Tells whether a check gave a verdict on exactly this, and the verdict still holds on a date. */
export function isValid(check: OwnCheck, key: string, today: string): boolean {
  const { completed, identity } = check;
  return (
    completed && identity?.key === key && identity.validUntil !== undefined && today < identity.validUntil
  );
}
