import type { Remark } from "../../render/render-remarks.ts";
import { at, listAt, shaAt, textAt } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { everyPage } from "../api/every-page.ts";
import { isShown, type Shown, shownLines } from "./shown-lines.ts";

/** A comment on lines of the diff, as a review takes it. */
export interface Placed {
  readonly path: string;
  readonly side: "RIGHT";
  readonly line: number;
  readonly start_side?: "RIGHT";
  readonly start_line?: number;
  readonly body: string;
}

/**
 * Places remarks on the diff of a pull request. One line that it does not show rejects a whole review, so what stands on
 * none is left out; a fix is offered only where all its lines are shown. `blobs` are the files as they were judged: of a file
 * that GitHub shows otherwise by now, nothing is placed.
 */
export async function placeRemarks(
  client: Client,
  { owner, repo, number }: RepositoryName & { readonly number: number },
  remarks: readonly Remark[],
  blobs: ReadonlyMap<string, string>,
): Promise<readonly Placed[]> {
  const files = await everyPage(client, "GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
    itemsOf: (page) => listAt({ page }, "page"),
    owner,
    repo,
    pull_number: number,
  });
  const shown = new Map<string, readonly Shown[]>();
  for (const file of files) {
    const patch = at(file, "patch");
    const path = textAt(file, "filename");
    // GitHub leaves the patch of a large file out.
    if (typeof patch === "string" && blobs.get(path) === shaAt(file, "sha"))
      shown.set(path, shownLines(patch));
  }
  return remarks.flatMap((remark) => place(remark, shown.get(remark.path) ?? []));
}

function place(
  { path, line, endLine, body, suggestion }: Remark,
  shown: readonly Shown[],
): readonly Placed[] {
  const on = (from: number, to: number, text: string): Placed => ({
    path,
    side: "RIGHT",
    line: to,
    ...(from < to && { start_side: "RIGHT", start_line: from }),
    body: text,
  });
  if (suggestion && isShown(shown, suggestion.line, suggestion.endLine)) {
    return [on(suggestion.line, suggestion.endLine, suggestion.body)];
  }
  if (isShown(shown, line, endLine)) return [on(line, endLine, body)];
  return isShown(shown, line, line) ? [on(line, line, body)] : [];
}
