import type { JsonObject } from "../model/document.ts";
import { ApiError, type ApiRequest } from "./api.ts";
import { integerField, requiredText, textField } from "./body-fields.ts";
import { describeChange, type FileDiff } from "./file-diff.ts";
import { commitsBetween } from "./history.ts";
import type { Hunk, HunkLine } from "./line-diff.ts";
import { changesBetween } from "./pull-diff.ts";
import type { PullRequest, ReviewComment } from "./world.ts";

/** Longest text of a comment or review, in UTF-16 units. */
const LONGEST_BODY = 65_536;

export type Anchor = Pick<
  ReviewComment,
  "path" | "side" | "line" | "startLine" | "diffHunk" | "body" | "commit"
>;

/** The commit a review is for: the head if none is named. Throws 422 for one that is not in the pull request. */
export function readReviewCommit({ body }: ApiRequest, pull: PullRequest): string {
  const sha = textField(body, "commit_id") ?? pull.head.sha;
  const known = commitsBetween(pull.repository.store, pull.base.sha, pull.head.sha);
  if (sha !== pull.head.sha && !known.includes(sha))
    throw unresolved("commit_id is not part of the pull request");
  return sha;
}

/** Where a comment goes on the diff. Throws 422 unless its lines stand in one hunk of it. */
export function readAnchor(
  request: ApiRequest,
  pull: PullRequest,
  commit: string,
  input: JsonObject,
): Anchor {
  const path = requiredText(input, "path");
  const file = diffAt(request, pull, commit, path);
  if (file === undefined) throw unresolved("Path could not be resolved");
  const side = textField(input, "side") ?? "RIGHT";
  if (side !== "LEFT" && side !== "RIGHT") throw unresolved("Side could not be resolved");
  const line = integerField(input, "line") ?? lineAtPosition(file, integerField(input, "position"));
  const startLine = integerField(input, "start_line");
  const hunk = file.hunks.find((candidate) => numbersOf(candidate, side).includes(line ?? 0));
  if (line === undefined || hunk === undefined) throw unresolved("Line could not be resolved");
  if (startLine !== undefined && (startLine >= line || !numbersOf(hunk, side).includes(startLine))) {
    throw unresolved("Start line could not be resolved");
  }
  const body = requiredText(input, "body");
  checkLength("PullRequestReviewComment", body);
  const shown = hunk.lines.map(({ kind, text }) => kind + text.replace(/\n$/, "")).join("\n");
  const head = `@@ -${hunk.beforeStart},${hunk.beforeLines} +${hunk.afterStart},${hunk.afterLines} @@`;
  return { path, side, line, startLine, diffHunk: `${head}\n${shown}`, body, commit };
}

/** Throws 422 for a text that is too long, or blank. */
export function checkLength(resource: string, body: string): void {
  if (body.trim() === "") {
    throw new ApiError(422, "Validation Failed", {
      errors: [{ resource, code: "missing_field", field: "body" }],
    });
  }
  if (body.length > LONGEST_BODY) {
    throw new ApiError(422, "Validation Failed", {
      errors: [
        {
          resource,
          code: "unprocessable",
          field: "data",
          message: `Body is too long (maximum is ${LONGEST_BODY} characters)`,
        },
      ],
    });
  }
}

/** 422 as GitHub answers a review it cannot place. */
export function unresolved(reason: string): ApiError {
  return new ApiError(422, "Unprocessable Entity", { errors: [reason] });
}

function diffAt(
  { world }: ApiRequest,
  pull: PullRequest,
  commit: string,
  path: string,
): FileDiff | undefined {
  const change = changesBetween(pull.repository, pull.base.sha, commit).find((other) => other.path === path);
  const { store } = pull.repository;
  return change === undefined ? undefined : describeChange(store, change, world.limits.patchBytes);
}

/** Line numbers of one side that a hunk shows. */
function numbersOf(hunk: Hunk, side: "LEFT" | "RIGHT"): number[] {
  const [first, other] = side === "LEFT" ? [hunk.beforeStart, "+"] : [hunk.afterStart, "-"];
  return hunk.lines.filter((line: HunkLine) => line.kind !== other).map((_, index) => first + index);
}

/** The right-hand line at a position: lines of the patch counted from 1 after the first `@@`. */
function lineAtPosition(file: FileDiff, position: number | undefined): number | undefined {
  let at = 0;
  for (const [index, hunk] of file.hunks.entries()) {
    if (index > 0) at += 1;
    let right = hunk.afterStart;
    for (const line of hunk.lines) {
      at += 1;
      if (at === position) return line.kind === "-" ? undefined : right;
      if (line.kind !== "-") right += 1;
    }
  }
  return undefined;
}
