import { isValid, keyOf } from "../review/review-head.ts";
import type { OwnCheck, Standing } from "../review/standing.ts";
import type { AppContext } from "../server/app-context.ts";

/** Why a check has to be given anew. */
export type Why =
  /** There is none of ours on the head. */
  | "missing"
  /** It was begun and nobody completes it. */
  | "unfinished"
  /** It came to no verdict. */
  | "undecided"
  /** Its base, the pull requests that share its head, or the engine are others by now. */
  | "stale"
  /** A date that decides has passed since. */
  | "expired"
  /** Whether those who approved may still do so is known only by asking, which the review does. */
  | "approvals"
  /** Whether its merge group has its check is known only by asking the queue, which the review does. */
  | "queued"
  /** GitHub did not give all that tells where it stands; the review tries, and fails its check where it cannot either. */
  | "unread"
  /** The summary comment stands there twice, or speaks of another head. */
  | "comment";

/** A pull request to be reviewed. */
export interface Due {
  readonly number: number;
  readonly why: Why;
}

/** Which unfinished checks nobody works on any more: all of them as a process starts, later the old ones. */
export type Orphans = "all" | "old";

const PATIENCE_MILLISECONDS = 10 * 60 * 1_000;

/** The pull requests of a repository whose check has to be given anew; of several with one head, the first. */
export function dueForReview(
  context: Pick<AppContext, "reviewer" | "now" | "today">,
  {
    owner,
    repo,
    standings,
  }: { readonly owner: string; readonly repo: string; readonly standings: readonly Standing[] },
  orphans: Orphans,
): readonly Due[] {
  const byHead = new Map<string, Standing[]>();
  for (const standing of standings) {
    byHead.set(standing.head.sha, [...(byHead.get(standing.head.sha) ?? []), standing]);
  }
  const due = new Map<number, Why>();
  for (const [sha, sharing] of byHead) {
    const changes = sharing.flatMap(({ number, judgedBy, approving }) =>
      judgedBy.map((base) => ({ number, branch: base.branch, base, approving })),
    );
    const [newest] = sharing.flatMap(({ checks }) => checks).sort((a, b) => b.id - a.id);
    const key = keyOf(context, { owner, repo, sha, changes });
    const isAsked =
      newest?.identity?.consent !== undefined || changes.some(({ approving }) => approving.length > 0);
    const asked = isAsked ? "approvals" : undefined;
    const why = whyAnew(newest, key, { context, orphans }) ?? asked;
    if (why) due.set(Math.min(...changes.map(({ number }) => number)), why);
  }
  for (const { number, queued } of standings) if (queued && !due.has(number)) due.set(number, "queued");
  return [...due].map(([number, why]) => ({ number, why }));
}

function whyAnew(
  newest: OwnCheck | undefined,
  key: string,
  { context, orphans }: { readonly context: Pick<AppContext, "now" | "today">; readonly orphans: Orphans },
): Why | undefined {
  if (newest === undefined) return "missing";
  if (!newest.completed)
    return orphans === "all" || isOrphan(newest, context.now()) ? "unfinished" : undefined;
  if (isValid(newest, key, context.today())) return undefined;
  if (newest.identity?.key !== key) return "stale";
  return newest.identity.validUntil === undefined ? "undecided" : "expired";
}

function isOrphan({ startedAt }: OwnCheck, now: Date): boolean {
  const started = Date.parse(startedAt ?? "");
  return Number.isNaN(started) || now.getTime() - started > PATIENCE_MILLISECONDS;
}
