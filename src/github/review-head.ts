import { randomUUID } from "node:crypto";
import type { AppContext } from "./app-context.ts";
import type { Client, RepositoryName } from "./client.ts";
import { cancelCheck, completeCheck } from "./complete-check.ts";
import { conclude, concludeWithoutVerdict, type Judged } from "./conclude.ts";
import { addDays } from "./dates.ts";
import { gatherInput } from "./gather-input.ts";
import type { Head, HeadChange } from "./head.ts";
import { sayError } from "./log.ts";
import { NotEvaluable } from "./not-evaluable.ts";
import { obstacles } from "./obstacles.ts";
import { reviewKey } from "./review-key.ts";
import type { OwnCheck } from "./standing.ts";
import { startCheck } from "./start-check.ts";

/** How a review of a head went: a verdict stood already, one was given, none could be given, or the head moved. */
type HeadResult = "held" | "judged" | "without-verdict" | "moved";

/**
 * Gives a head commit its check. The check exists before anything that can fail is tried, and is completed
 * last, when the pull request has been told. `last` says that nobody tries again soon: the check then ends
 * without a verdict instead of waiting.
 */
export async function reviewHead(
  context: AppContext,
  client: Client,
  head: Head,
  { forced, last }: { readonly forced: boolean; readonly last: boolean },
): Promise<HeadResult> {
  const { owner, repo, changes } = head;
  const today = context.today();
  const key = keyOf(context, head);
  const reviewed = (result: HeadResult, conclusion?: string): HeadResult => {
    const place = { installation: head.installation, repository: `${owner}/${repo}` };
    const what = { pull_request: changes[0].number, commit: head.sha, key };
    context.log.info("reviewed", { ...place, ...what, result, conclusion });
    return result;
  };
  const [newest] = head.checks;
  const open = head.checks.filter((check) => !check.completed);
  const holds = newest !== undefined && !forced && isValid(newest, key, today);
  // What an earlier process left unfinished is taken over, unless annotations would double in it.
  const adopted = holds ? undefined : open.find((check) => check.annotations === 0);
  for (const check of open.filter((each) => each !== adopted)) {
    const why = "The run that started this check ended before it came to a verdict.";
    await cancelCheck(client, { owner, repo, id: check.id, why, now: context.now() });
  }
  if (holds) return reviewed("held", newest.conclusion);

  const id =
    adopted?.id ?? (await startCheck(client, { owner, repo, head: head.sha, key, now: context.now() }));
  const check = { owner, repo, id, key, now: context.now() };
  try {
    const judged = await judgeChanges(context, client, head, today);
    if (!(await head.isCurrent())) {
      const why = "The head moved while it was judged. The new head has a check of its own.";
      await cancelCheck(client, { owner, repo, id, why, now: context.now() });
      return reviewed("moved");
    }
    for (const each of judged) await head.publish?.(each);
    const outcome = conclude(judged, addDays(today, 1));
    await completeCheck(client, { ...check, now: context.now() }, outcome);
    return reviewed("judged", outcome.conclusion);
  } catch (error) {
    if (!last && !(error instanceof NotEvaluable)) throw error;
    const run = randomUUID();
    const fields = { repository: `${owner}/${repo}`, commit: head.sha, run, error: sayError(error) };
    context.log.error("could not be evaluated", fields);
    await completeCheck(client, { ...check, now: context.now() }, concludeWithoutVerdict(error, run));
    return reviewed("without-verdict", "failure");
  }
}

/** The name of everything that decides the verdict on a head, as far as it is known before a file is read. */
export function keyOf(
  context: Pick<AppContext, "reviewer">,
  head: RepositoryName & {
    readonly sha: string;
    readonly changes: readonly Pick<HeadChange, "number" | "branch" | "base" | "approving">[];
  },
): string {
  return reviewKey({
    repository: `${head.owner}/${head.repo}`,
    head: head.sha,
    pulls: head.changes.map(({ number, branch, base, approving }) => ({
      number,
      branch,
      base: base.sha,
      approving,
    })),
    engine: context.reviewer.engine,
  });
}

/** Tells whether a check gave a verdict on exactly this, and the verdict still holds on a date. */
export function isValid(check: OwnCheck, key: string, today: string): boolean {
  const { completed, identity } = check;
  return (
    completed && identity?.key === key && identity.validUntil !== undefined && today < identity.validUntil
  );
}

async function judgeChanges(
  context: AppContext,
  client: Client,
  head: Head,
  today: string,
): Promise<readonly [Judged, ...Judged[]]> {
  const [first, ...rest] = head.changes;
  const judged: [Judged, ...Judged[]] = [await judge(context, client, head, first, today)];
  for (const change of rest) judged.push(await judge(context, client, head, change, today));
  return judged;
}

async function judge(
  context: AppContext,
  client: Client,
  { owner, repo }: RepositoryName,
  change: HeadChange,
  today: string,
): Promise<Judged> {
  const { reviewer } = context;
  const { input, policiesElsewhere, setup } = await gatherInput(
    { ...context, client },
    { owner, repo },
    change,
    today,
  );
  const { review, policies } = await reviewer.review(input);
  const { title, summary, annotations } = reviewer.renderCheck(review, {
    repository: `${owner}/${repo}`,
    base: change.base.sha,
    head: change.head.sha,
    command: `npx bylaw review ${change.base.sha}..${change.head.sha} --as-of ${today}`,
    policies,
  });
  const judged = { change, review, policies, title, summary, annotations, policiesElsewhere };
  return { ...judged, obstacles: obstacles(review, setup) };
}
