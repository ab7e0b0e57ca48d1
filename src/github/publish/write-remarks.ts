import type { Language } from "../../model/language.ts";
import { REMARK_MARKER, type Remark, readRemark } from "../../render/render-remarks.ts";
import { numberAt } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { editComment } from "../api/edit-comment.ts";
import { GithubError, noneWhereUnknown } from "../api/github-error.ts";
import type { Comment } from "../api/list-comments.ts";
import { listLineComments } from "../api/list-line-comments.ts";
import type { Reviewer } from "../review/reviewer.ts";
import type { AppContext } from "../server/app-context.ts";
import { sayError } from "../settings/log.ts";
import { ownComments } from "./own-comments.ts";
import { placeRemarks } from "./place-remarks.ts";

/** What a repository that wants remarks on lines gets of one review. */
export interface Remarks {
  readonly remarks: readonly Remark[];
  /** SHA of each file as it was judged. */
  readonly blobs: ReadonlyMap<string, string>;
  readonly language: Language;
}

type Words = Pick<Reviewer, "renderSettled" | "renderRemarksHeading">;

/** Open remarks on a pull request; the check has every finding, and a review that comes again brings no more of them. */
const MOST_OPEN = 30;

/**
 * Brings the remarks on lines up to date: what is new in one review, what is settled said in our own earlier comments, what
 * stands there twice taken away. Ours are told by marker and author, so a run that died in the middle doubles nothing.
 */
export async function writeRemarks(
  client: Client,
  { reviewer, log }: Pick<AppContext, "log"> & { readonly reviewer: Words },
  pull: RepositoryName & { readonly number: number; readonly slug: string; readonly head: string },
  { remarks, blobs, language }: Remarks,
): Promise<void> {
  const existing = new Map<string, Comment>();
  for (const comment of ownComments(await listLineComments(client, pull), pull.slug, REMARK_MARKER)) {
    const fingerprint = readRemark(comment.body)?.fingerprint;
    if (fingerprint === undefined) continue;
    if (existing.has(fingerprint)) await remove(client, pull, comment.id);
    else existing.set(fingerprint, comment);
  }
  const open = new Map(remarks.map((remark) => [remark.fingerprint, remark]));
  for (const [fingerprint, comment] of existing) {
    const before = readRemark(comment.body);
    if (before === undefined) continue;
    const remark = open.get(fingerprint);
    const isSettled = before.settled;
    if (remark === undefined && !isSettled) {
      await editComment(
        client,
        pull,
        { kind: "pulls", id: comment.id },
        reviewer.renderSettled(before, { head: pull.head, language }),
      );
    }
    // Found again: the lines it stood on may be others by now, so that no fix is offered there.
    if (remark !== undefined && isSettled)
      await editComment(client, pull, { kind: "pulls", id: comment.id }, remark.body);
  }
  const fresh = remarks.filter(({ fingerprint }) => !existing.has(fingerprint));
  const room = MOST_OPEN - (open.size - fresh.length);
  if (fresh.length === 0 || room <= 0) return;
  const comments = (await placeRemarks(client, pull, fresh, blobs)).slice(0, room);
  if (comments.length === 0) return;
  try {
    await post(client, pull, reviewer.renderRemarksHeading(language), comments);
  } catch (error) {
    if (!(error instanceof GithubError) || error.kind !== "refused") throw error;
    // The diff may be another by now. Everything that remarks say stands in the check too.
    log.warn("no remark was made", { commit: pull.head, error: sayError(error) });
  }
}

async function post(
  client: Client,
  { owner, repo, number, head }: RepositoryName & { readonly number: number; readonly head: string },
  body: string,
  comments: readonly unknown[],
): Promise<void> {
  const answer = await client.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
    owner,
    repo,
    pull_number: number,
    commit_id: head,
    event: "COMMENT",
    body,
    comments,
  });
  numberAt(answer, "id");
}

async function remove(client: Client, { owner, repo }: RepositoryName, id: number): Promise<void> {
  const route = "DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}";
  await client.rest(route, { owner, repo, comment_id: id }).catch(noneWhereUnknown);
}
