import { randomUUID } from "node:crypto";
import { at, numberAt, shaAt } from "../api/answer.ts";
import type { Client } from "../api/client.ts";
import { listCheckRuns } from "../api/list-check-runs.ts";
import { placeOf } from "../api/place-of.ts";
import type { VerdictRecord } from "../audit/audit-record.ts";
import { concludeWithoutVerdict } from "../review/conclude.ts";
import type { ReviewJob } from "../review/review-job.ts";
import { reviewKey } from "../review/review-key.ts";
import type { AppContext } from "../server/app-context.ts";
import { sayError } from "../settings/log.ts";
import { toExternalId } from "./check-identity.ts";
import { completeCheck } from "./complete-check.ts";
import { startCheck } from "./start-check.ts";

/**
 * Fails the head of a pull request that cannot be read, so that no earlier pass stands for what nobody can look at any
 * more: its base may be another by now, and an approval withdrawn.
 */
export async function refuseUnread(
  context: AppContext,
  client: Client,
  job: ReviewJob,
  error: unknown,
): Promise<void> {
  const { owner, repo, number } = job;
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  const pull = await client.rest(route, { owner, repo, pull_number: number });
  if (at(pull, "state") !== "open") return;
  const head = shaAt(pull, "head", "sha");
  const incident = randomUUID();
  const fields = { ...placeOf(job), commit: head, run: incident, error: sayError(error) };
  context.log.error("could not be read", fields);
  // A key of no verdict: whoever can read the pull request again gives it one.
  const { engine } = context.reviewer;
  const repository = `${owner}/${repo}`;
  const key = reviewKey({ repository, head, pulls: [], engine });
  const outcome = concludeWithoutVerdict(error, incident);
  const record: VerdictRecord = {
    kind: "verdict",
    installation: job.installation,
    repository,
    commit: head,
    pull_requests: [number],
    key,
    conclusion: outcome.conclusion,
    engine,
    as_of: context.today(),
    valid_until: null,
    judged: [],
  };
  // A refusal is given even where it cannot be recorded.
  await context.audit.record(record).catch((failed: unknown) => {
    context.log.error("a refusal was not recorded", { ...fields, error: sayError(failed) });
  });
  // Where the last check says so already it says it again: an outage leaves one behind, and not one for each sweep.
  const [newest] = await listCheckRuns(client, { owner, repo, head });
  const isSame = at(newest, "external_id") === toExternalId({ key, validUntil: undefined });
  const id = isSame
    ? numberAt(newest, "id")
    : await startCheck(client, { owner, repo, head, key, now: context.now() });
  const check = { owner, repo, id, key, now: context.now() };
  await completeCheck(client, check, outcome);
}
