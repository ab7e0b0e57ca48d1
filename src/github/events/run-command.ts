import { at } from "../api/answer.ts";
import type { Client } from "../api/client.ts";
import { createComment } from "../api/create-comment.ts";
import { GithubError, noneWhereUnknown } from "../api/github-error.ts";
import { readPullRequest } from "../api/read-pull-request.ts";
import { ownComments } from "../publish/own-comments.ts";
import { gatherInput } from "../review/gather-input.ts";
import { toChanges } from "../review/to-changes.ts";
import type { AppContext } from "../server/app-context.ts";
import { sayError } from "../settings/log.ts";
import type { Question } from "./answer-command.ts";
import type { Lookup } from "./lookup.ts";

type Asked = Extract<Lookup, { kind: "command" }>;

/** Does what a comment asks for, if whoever wrote it may ask, and gives one reaction as receipt. */
export async function runCommand(context: AppContext, client: Client, asked: Asked): Promise<void> {
  const { installation, owner, repo, number, comment, user, command } = asked;
  const allowed = await mayAsk(client, asked);
  await context.audit.record({
    kind: "command",
    installation,
    repository: `${owner}/${repo}`,
    pull_request: number,
    comment,
    user,
    command: command.name,
    allowed,
  });
  if (!allowed) return;
  if (command.name === "recheck") {
    await context.enqueue({ installation, owner, repo, number }, { forced: true });
  } else {
    await answer(context, client, asked, command);
  }
  await acknowledge(context, client, asked);
}

/** Whoever may write to the repository, or opened the pull request. GitHub is asked now, whatever the event says. */
async function mayAsk(client: Client, { owner, repo, number, user }: Asked): Promise<boolean> {
  const pull = await client.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    owner,
    repo,
    pull_number: number,
  });
  if (at(pull, "user", "login") === user) return true;
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  const answer = await client.rest(route, { owner, repo, username: user }).catch(noneWhereUnknown);
  return ["admin", "write"].includes(String(at(answer, "permission")));
}

/** Nobody reads more answers than this on one pull request, and nobody may have the app write more. */
const MOST_ANSWERS = 30;

const MARKER = "<!-- bylaw:answer";

async function answer(context: AppContext, client: Client, asked: Asked, question: Question): Promise<void> {
  const { owner, repo, number, comment } = asked;
  const { id: app, slug } = context.identity;
  const pull = await readPullRequest(client, { owner, repo, number, app });
  if (pull?.live === undefined) return;
  const marker = `${MARKER} ${comment} -->`;
  const answers = ownComments(pull.live.comments, slug, MARKER);
  if (answers.length >= MOST_ANSWERS || answers.some(({ body }) => body.startsWith(marker))) return;
  const [change] = toChanges(pull.live);
  if (change === undefined) return;
  const { input } = await gatherInput({ ...context, client }, { owner, repo }, change, context.today());
  const text = await context.reviewer.answer(input, question);
  await createComment(client, { owner, repo, number, slug }, { marker, body: `${marker}\n${text}` });
}

/** One reaction as receipt; without it the command counts all the same. */
async function acknowledge(
  context: AppContext,
  client: Client,
  { owner, repo, comment }: Asked,
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
