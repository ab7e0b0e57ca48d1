import { at, numberAt, textAt } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { GithubError, mayHaveTakenEffect } from "../api/github-error.ts";
import type { CheckAnnotation } from "../review/reviewer.ts";
import { type PoliciesAt, toExternalId } from "./check-identity.ts";

/**
 * The only conclusions a check of ours may have. `neutral` is the dry run's alone: GitHub lets it pass a
 * required check, as it does `skipped`.
 */
export type CheckConclusion = "success" | "failure" | "action_required" | "cancelled" | "neutral";

/** How a check ends. */
export interface CheckOutcome {
  readonly conclusion: CheckConclusion;
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
  /** `undefined` where nothing was decided, so that a sweep tries again. */
  readonly validUntil: string | undefined;
  /** Runs to remember as begun, where nothing was decided. */
  readonly begun?: number | undefined;
  /** Names what approving reviews came to; `undefined` where they came to nothing. */
  readonly consent: string | undefined;
  /** Those of other repositories it was given by. */
  readonly policies: readonly PoliciesAt[];
}

/** GitHub takes no more annotations in one request, and appends them to those it has. */
const ANNOTATIONS_A_REQUEST = 50;

/** A button on the check that asks for a review of the pull request as it is now. GitHub shows three at most. */
export const RECHECK = {
  label: "Check again",
  description: "Reads the pull request again",
  identifier: "recheck",
} as const;

/**
 * Completes a check. Its annotations go first, all but the last batch, so that a check is complete only
 * with all of them. A batch that may have been taken is looked for before it is sent again.
 */
export async function completeCheck(
  client: Client,
  check: RepositoryName & { readonly id: number; readonly key: string; readonly now: Date },
  outcome: CheckOutcome,
): Promise<void> {
  const { owner, repo, id } = check;
  const output = { title: outcome.title, summary: outcome.summary };
  const batches = inBatches(outcome.annotations);
  const last = batches.pop() ?? [];
  let sent = 0;
  for (const annotations of batches) {
    sent += annotations.length;
    await patch(client, { owner, repo, id, sent, output: { ...output, annotations } });
  }
  sent += last.length;
  await patch(client, {
    owner,
    repo,
    id,
    sent,
    output: last.length === 0 ? output : { ...output, annotations: last },
    completion: {
      status: "completed",
      conclusion: outcome.conclusion,
      completed_at: check.now.toISOString(),
      external_id: toExternalId({
        key: check.key,
        validUntil: outcome.validUntil,
        begun: outcome.begun,
        consent: outcome.consent,
        policies: outcome.policies,
      }),
      actions: outcome.conclusion === "success" || outcome.conclusion === "cancelled" ? [] : [RECHECK],
    },
  });
}

/** Completes a check of a run that ended, or was overtaken, before it came to a verdict. */
export async function cancelCheck(
  client: Client,
  {
    owner,
    repo,
    id,
    why,
    now,
  }: RepositoryName & { readonly id: number; readonly why: string; readonly now: Date },
): Promise<void> {
  await patch(client, {
    owner,
    repo,
    id,
    sent: 0,
    output: { title: "Cancelled", summary: why },
    completion: { status: "completed", conclusion: "cancelled", completed_at: now.toISOString() },
  });
}

interface Patch extends RepositoryName {
  readonly id: number;
  /** Annotations the check has once this patch is in. */
  readonly sent: number;
  readonly output: {
    readonly title: string;
    readonly summary: string;
    readonly annotations?: readonly CheckAnnotation[];
  };
  readonly completion?: { readonly status: "completed"; readonly conclusion: CheckConclusion } & Readonly<
    Record<string, unknown>
  >;
}

async function patch(client: Client, { owner, repo, id, sent, output, completion }: Patch): Promise<void> {
  const write = async () => {
    const answer = await client.rest("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
      owner,
      repo,
      check_run_id: id,
      output,
      ...completion,
    });
    if (completion && textAt(answer, "status") !== "completed") {
      throw new GithubError("the check did not become complete", { kind: "unavailable" });
    }
  };
  try {
    await write();
  } catch (error) {
    if (!mayHaveTakenEffect(error)) throw error;
    const found = await client.rest("GET /repos/{owner}/{repo}/check-runs/{check_run_id}", {
      owner,
      repo,
      check_run_id: id,
    });
    if (numberAt(found, "id") === id && isApplied(found, sent, completion?.conclusion)) return;
    throw error;
  }
}

function isApplied(check: unknown, sent: number, conclusion: CheckConclusion | undefined): boolean {
  const annotations = numberAt(check, "output", "annotations_count");
  return annotations >= sent && (conclusion === undefined || at(check, "conclusion") === conclusion);
}

function inBatches(annotations: readonly CheckAnnotation[]): CheckAnnotation[][] {
  const batches: CheckAnnotation[][] = [];
  for (let start = 0; start < annotations.length; start += ANNOTATIONS_A_REQUEST) {
    batches.push(annotations.slice(start, start + ANNOTATIONS_A_REQUEST));
  }
  return batches;
}
