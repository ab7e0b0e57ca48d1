import { at, numberAt } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { mayHaveTakenEffect } from "../api/github-error.ts";
import { listCheckRuns } from "../api/list-check-runs.ts";
import { CHECK_NAME, toExternalId } from "./check-identity.ts";

/** Starts a check on a head commit and gives its id. */
export async function startCheck(
  client: Client,
  {
    owner,
    repo,
    head,
    key,
    now,
  }: RepositoryName & { readonly head: string; readonly key: string; readonly now: Date },
): Promise<number> {
  const externalId = toExternalId({ key, validUntil: undefined });
  try {
    const answer = await client.rest("POST /repos/{owner}/{repo}/check-runs", {
      owner,
      repo,
      name: CHECK_NAME,
      head_sha: head,
      external_id: externalId,
      status: "in_progress",
      started_at: now.toISOString(),
    });
    return numberAt(answer, "id");
  } catch (error) {
    if (!mayHaveTakenEffect(error)) throw error;
    const started = await findStarted(client, { owner, repo, head, externalId });
    if (started === undefined) throw error;
    return started;
  }
}

async function findStarted(
  client: Client,
  { owner, repo, head, externalId }: RepositoryName & { readonly head: string; readonly externalId: string },
): Promise<number | undefined> {
  const runs = await listCheckRuns(client, { owner, repo, head });
  const mine = runs.find(
    (run) => at(run, "status") === "in_progress" && at(run, "external_id") === externalId,
  );
  return mine === undefined ? undefined : numberAt(mine, "id");
}
