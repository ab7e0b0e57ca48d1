import { at } from "./answer.ts";
import type { AppContext } from "./app-context.ts";
import type { Client } from "./client.ts";
import { GithubError } from "./github-error.ts";
import { listOpenPullRequests } from "./list-pull-requests.ts";
import { sayError } from "./log.ts";
import type { Lookup } from "./lookup.ts";
import { sweepInstallation } from "./sweep.ts";

/** Asks GitHub which pull requests an event is about, and queues them. */
export async function runLookup(context: AppContext, lookup: Lookup): Promise<void> {
  if (lookup.kind === "sweep")
    return await sweepInstallation(context, lookup.installation, { orphans: "old" });
  const { installation, owner, repo } = lookup;
  const client = await context.client(installation);
  if (lookup.kind === "command") {
    if (!(await mayCommand(client, lookup))) return;
    context.enqueue({ installation, owner, repo, number: lookup.number }, { forced: true });
    return await acknowledge(context, client, lookup);
  }
  for (const pull of await listOpenPullRequests(client, { owner, repo })) {
    const isMeant = lookup.kind === "head" ? pull.head === lookup.head : pull.branch === lookup.branch;
    if (!isMeant) continue;
    context.enqueue({ installation, owner, repo, number: pull.number }, { forced: lookup.kind === "head" });
  }
}

type Command = Extract<Lookup, { kind: "command" }>;

/** Whoever may write to the repository, or opened the pull request, may ask for another look at it. */
async function mayCommand(client: Client, { owner, repo, number, user }: Command): Promise<boolean> {
  const pull = await client.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    owner,
    repo,
    pull_number: number,
  });
  if (at(pull, "user", "login") === user) return true;
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  const answer = await client.rest(route, { owner, repo, username: user }).catch((error: unknown) => {
    if (error instanceof GithubError && (error.kind === "missing" || error.kind === "refused"))
      return undefined;
    throw error;
  });
  return ["admin", "write"].includes(String(at(answer, "permission")));
}

/** One reaction as receipt; without it the command counts all the same. */
async function acknowledge(
  context: AppContext,
  client: Client,
  { owner, repo, comment }: Command,
): Promise<void> {
  const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
  try {
    await client.rest(route, { owner, repo, comment_id: comment, content: "eyes" });
  } catch (error) {
    // The usual case: GitHub wants write access to issues for it, and nothing else here does.
    const level = error instanceof GithubError && error.kind === "refused" ? "debug" : "warn";
    context.log[level]("a command was not acknowledged", { error: sayError(error) });
  }
}
