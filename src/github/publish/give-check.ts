import type { Client } from "../api/client.ts";
import { verdictRecord } from "../audit/verdict-record.ts";
import type { Attempt } from "../queue/queue.ts";
import { conclude } from "../review/conclude.ts";
import { addDays } from "../review/dates.ts";
import type { Head } from "../review/head.ts";
import { judgeChanges } from "../review/judge-changes.ts";
import { NotEvaluable } from "../review/not-evaluable.ts";
import type { OwnCheck } from "../review/standing.ts";
import type { AppContext } from "../server/app-context.ts";
import { cancelCheck, completeCheck } from "./complete-check.ts";
import { refuseHead } from "./refuse-head.ts";
import { startCheck } from "./start-check.ts";
import { crashesBefore, takeOverCheck } from "./take-over-check.ts";

/** How a review of a head went: a verdict stood already, one was given, none could be given, the head moved, or another process has it. */
export type HeadResult = "held" | "judged" | "without-verdict" | "moved" | "taken-over";

/** The attempt at a verdict that is needed. */
export interface Begun extends Attempt {
  /** The check to go on with; a new one where there is none. */
  readonly adopted: OwnCheck | undefined;
  readonly key: string;
  readonly today: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly reviewed: (result: HeadResult, conclusion?: string, audit?: string) => HeadResult;
}

/**
 * Judges a head and completes its check. The check exists before anything that can fail is tried, and is completed
 * last, when the pull request has been told. Where nobody tries again soon, or too many tried, the check ends without a
 * verdict instead of waiting.
 */
export async function giveCheck(
  context: AppContext,
  client: Client,
  head: Head,
  { adopted, key, today, fields, reviewed, ...attempt }: Begun,
): Promise<HeadResult> {
  const { owner, repo } = head;
  const { last, isHeld } = attempt;
  const crashes = adopted
    ? await takeOverCheck(context, client, { owner, repo, key }, adopted, attempt)
    : crashesBefore(context, adopted, attempt);
  const id =
    adopted?.id ?? (await startCheck(client, { owner, repo, head: head.sha, key, now: context.now() }));
  context.begun.add(id);
  const run = { key, engine: context.reviewer.engine, asOf: today };
  try {
    if (crashes >= MOST_CRASHES) throw poisonous(crashes);
    const judged = await judgeChanges(context, client, head, today);
    if (!(await head.isCurrent())) {
      const why = "The head moved while it was judged. The new head has a check of its own.";
      await cancelCheck(client, { owner, repo, id, why, now: context.now() });
      context.begun.delete(id);
      return reviewed("moved");
    }
    // Whoever was given this review since says the same, and two would say it twice.
    if (!(await isHeld())) return reviewed("taken-over");
    const outcome = conclude(judged, addDays(today, 1));
    // First the record, then what people see: without the one there is never the other.
    const audit = await context.audit.record(verdictRecord(head, judged, outcome, run));
    for (const each of judged) {
      await head.publish?.(each);
      if (!(await isHeld())) return reviewed("taken-over");
    }
    await completeCheck(client, { owner, repo, id, key, now: context.now() }, outcome);
    context.begun.delete(id);
    return reviewed("judged", outcome.conclusion, audit);
  } catch (error) {
    if (!last && !(error instanceof NotEvaluable)) throw error;
    // Tried again, such a head is given one more chance and not as many as at first.
    const begun = crashes >= MOST_CRASHES ? MOST_CRASHES - 1 : undefined;
    const refused = { ...run, check: id, begun, last, isHeld, fields };
    const { conclusion, audit } = await refuseHead(context, client, head, error, refused);
    context.begun.delete(id);
    return reviewed("without-verdict", conclusion, audit);
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
