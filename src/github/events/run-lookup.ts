import { at } from "../api/answer.ts";
import type { Client } from "../api/client.ts";
import { listOpenPullRequests } from "../api/list-pull-requests.ts";
import { HEAD_COMMIT } from "../api/pull-request-queries.ts";
import { cancelCheck } from "../publish/complete-check.ts";
import { readOwnChecks } from "../review/standing.ts";
import type { AppContext } from "../server/app-context.ts";
import { sweepInstallation } from "../sweep/sweep.ts";
import type { Lookup } from "./lookup.ts";
import { runCommand } from "./run-command.ts";

/** Asks GitHub which pull requests an event is about, and queues them. */
export async function runLookup(context: AppContext, lookup: Lookup): Promise<void> {
  if (lookup.kind === "sweep")
    return void (await sweepInstallation(context, lookup.installation, { orphans: "old" }));
  const { installation, owner, repo } = lookup;
  const client = await context.client(installation);
  if (lookup.kind === "command") return await runCommand(context, client, lookup);
  if (lookup.kind === "abandoned") return await cancelOn(context, client, lookup);
  for (const pull of await listOpenPullRequests(client, { owner, repo })) {
    const isMeant =
      lookup.kind === "head" ? pull.head === lookup.head : lookup.main || pull.branch === lookup.branch;
    if (!isMeant) continue;
    const job = { installation, owner, repo, number: pull.number };
    await context.enqueue(job, { forced: lookup.kind === "head", later: lookup.kind === "base" });
  }
}

/** Completes what was begun on a commit that nobody will merge any more. */
async function cancelOn(
  context: AppContext,
  client: Client,
  { owner, repo, head }: Extract<Lookup, { kind: "abandoned" }>,
): Promise<void> {
  const answer = await client.graphql(HEAD_COMMIT, { owner, repo, app: context.identity.id, sha: head });
  const commit = at(answer, "repository", "object");
  const open = commit ? readOwnChecks(commit).filter(({ completed }) => !completed) : [];
  for (const { id } of open) {
    const why = "The merge group was taken apart before it was judged.";
    await cancelCheck(client, { owner, repo, id, why, now: context.now() });
  }
}
