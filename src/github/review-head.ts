import { randomUUID } from "node:crypto";
import type { AppContext } from "./app-context.ts";
import { verdictRecord } from "./audit/verdict-record.ts";
import type { Client, RepositoryName } from "./client.ts";
import { cancelCheck, completeCheck } from "./complete-check.ts";
import { conclude, concludeWithoutVerdict, LASTING } from "./conclude.ts";
import { addDays } from "./dates.ts";
import { createForgetMoved } from "./forget-moved.ts";
import type { Head, HeadChange } from "./head.ts";
import { isConsentSame } from "./is-consent-same.ts";
import { judgeChanges } from "./judge-changes.ts";
import { sayError } from "./log.ts";
import { NotEvaluable } from "./not-evaluable.ts";
import type { Attempt } from "./queue.ts";
import { reviewKey } from "./review-key.ts";
import type { OwnCheck } from "./standing.ts";
import { startCheck } from "./start-check.ts";

/** How a review of a head went: a verdict stood already, one was given, none could be given, the head moved, or another process has it. */
type HeadResult = "held" | "judged" | "without-verdict" | "moved" | "taken-over";

/**
 * Gives a head commit its check. The check exists before anything that can fail is tried, and is completed
 * last, when the pull request has been told. Where nobody tries again soon, or too many tried, the check ends
 * without a verdict instead of waiting.
 */
export async function reviewHead(
  context: AppContext,
  client: Client,
  head: Head,
  { forced, last, crashes, isHeld }: Attempt,
): Promise<HeadResult> {
  const { owner, repo, changes } = head;
  const today = context.today();
  const key = keyOf(context, head);
  const place = { installation: head.installation, repository: `${owner}/${repo}` };
  const what = { pull_request: changes[0].number, commit: head.sha, key };
  const started = performance.now();
  const reviewed = (result: HeadResult, conclusion?: string, audit?: string): HeadResult => {
    context.log.info("reviewed", { ...place, ...what, result, conclusion, audit });
    const seconds = (performance.now() - started) / 1_000;
    context.metrics.reviewed({ result, seconds, ...(conclusion !== undefined && { conclusion }) });
    return result;
  };
  const [newest] = await createForgetMoved(client)(head.checks);
  const open = head.checks.filter((check) => !check.completed);
  const isSame = newest !== undefined && !forced && isValid(newest, key, today);
  const holds =
    isSame && (isLasting(newest) || (await isConsentSame(context, client, head, { newest, last })));
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
  const run = { key, engine: context.reviewer.engine, asOf: today };
  try {
    if (crashes >= MOST_CRASHES) throw poisonous(crashes);
    const judged = await judgeChanges(context, client, head, today);
    if (!(await head.isCurrent())) {
      const why = "The head moved while it was judged. The new head has a check of its own.";
      await cancelCheck(client, { owner, repo, id, why, now: context.now() });
      return reviewed("moved");
    }
    // Whoever was given this review since says the same, and two would say it twice.
    if (!(await isHeld())) return reviewed("taken-over");
    const outcome = conclude(judged, addDays(today, 1));
    // First the record, then what people see: without the one there is never the other.
    const audit = await context.audit.record(verdictRecord(head, judged, outcome, run));
    for (const each of judged) await head.publish?.(each);
    await completeCheck(client, { ...check, now: context.now() }, outcome);
    return reviewed("judged", outcome.conclusion, audit);
  } catch (error) {
    if (!last && !(error instanceof NotEvaluable)) throw error;
    const incident = randomUUID();
    context.log.error("could not be evaluated", { ...place, ...what, run: incident, error: sayError(error) });
    const outcome = concludeWithoutVerdict(error, incident);
    // A refusal is given even where it cannot be recorded: what was asked for must never end in silence.
    const audit = await context.audit
      .record(verdictRecord(head, [], outcome, run))
      .catch((failed: unknown) => {
        context.log.error("a refusal was not recorded", { ...place, ...what, error: sayError(failed) });
        return undefined;
      });
    await completeCheck(client, { ...check, now: context.now() }, outcome);
    return reviewed("without-verdict", outcome.conclusion, audit);
  }
}

/** More processes than end by chance in the middle of one review. */
const MOST_CRASHES = 5;

function poisonous(crashes: number): NotEvaluable {
  return new NotEvaluable(`${crashes} processes of the app ended in the middle of this review`, {
    help: "look for a file that is unusually deep or large in this pull request, and take it out",
    lasting: false,
  });
}

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
