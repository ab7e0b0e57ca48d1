import { html } from "./html.ts";
import { renderChecks } from "./page-checks.ts";
import { renderConversation } from "./page-conversation.ts";
import { changedFiles } from "./page-files.ts";
import { renderShell } from "./page-shell.ts";
import type { Standin } from "./standin.ts";
import type { PullRequest } from "./world.ts";

/**
 * A pull request as a page for people: checks with their output, the conversation, and the changed files
 * with annotations at their lines. No script, no request, and submitted text only ever as text.
 */
export function renderPullRequestPage(
  standin: Pick<Standin, "world">,
  repository: string,
  number: number,
): string {
  const found = standin.world.repositories.get(repository.toLowerCase())?.pulls.get(number);
  if (found === undefined) throw new Error(`\`${repository}\` has no pull request ${number}`);
  const state = stateOf(found);
  const { head, base, author, title } = found;
  const from = head.repository === found.repository ? head.ref : `${head.repository.owner.login}:${head.ref}`;
  const header = html`<p class="dim"><a href="/">All repositories</a> / <bdi>${found.repository.fullName}</bdi></p>
<h1><bdi dir="auto">${title}</bdi> <span class="number">#${number}</span></h1>
<p><span class="badge ${state.tone}">${state.word}</span>
<span class="dim"><bdi>${author.login}</bdi> wants to merge into <code>${base.ref}</code> from <code>${from}</code></span></p>`;
  const main = html`${renderChecks(standin.world, found)}${renderConversation(found)}${changedFiles(standin.world, found)}`;
  return renderShell(`${title} · #${number} · ${found.repository.fullName}`, header, main);
}

/** A pull request's state in a word, with its tone. */
export function stateOf(pull: PullRequest): { readonly word: string; readonly tone: "good" | "bad" | "dim" } {
  if (pull.merged !== undefined) return { word: "Merged", tone: "good" };
  if (pull.state === "closed") return { word: "Closed", tone: "bad" };
  return pull.draft ? { word: "Draft", tone: "dim" } : { word: "Open", tone: "good" };
}
