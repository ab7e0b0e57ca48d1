import { describeChange, type FileDiff, textOf } from "./file-diff.ts";
import { type Html, html } from "./html.ts";
import { newestChecks } from "./page-checks.ts";
import { type CodeRow, renderCode } from "./page-code.ts";
import { renderAnnotation, renderLineComment } from "./page-notes.ts";
import { changesBetween } from "./pull-diff.ts";
import { findEntry } from "./tree.ts";
import type { Annotation, PullRequest, ReviewComment, World } from "./world.ts";

/** More changed files than this are counted and not shown. */
const MOST_FILES = 100;
/** Lines shown around an annotation that is not on the diff. */
const AROUND = 2;

interface Notes {
  readonly annotations: readonly Annotation[];
  readonly comments: readonly ReviewComment[];
}

/** Changed files as diffs, with annotations and review comments under the lines they speak of. */
export function changedFiles(world: World, pull: PullRequest): Html {
  const { store } = pull.repository;
  const changes = changesBetween(pull.repository, pull.base.sha, pull.head.sha);
  const annotations = newestChecks(pull).flatMap((run) => run.annotations);
  const noted = (path: string): Notes => ({
    annotations: annotations.filter((annotation) => annotation.path === path),
    comments: pull.reviewComments.filter(
      (comment) => comment.path === path && comment.commit === pull.head.sha,
    ),
  });
  const shown = changes.slice(0, MOST_FILES);
  const others = new Set(annotations.map((annotation) => annotation.path));
  for (const { path } of shown) others.delete(path);
  const hidden = changes.length - shown.length;
  return html`<section aria-labelledby="files"><h2 id="files">Files changed</h2>
<p class="dim">${changes.length} ${changes.length === 1 ? "file" : "files"}${hidden > 0 && `, ${hidden} not shown`}</p>
${shown.map((change) => renderFile(pull, describeChange(store, change, world.limits.patchBytes), noted(change.path)))}
${[...others].map((path) => renderBox(path, "not changed here", renderCode(path, framesOf(pull, path, noted(path)))))}
</section>`;
}

function renderFile(pull: PullRequest, file: FileDiff, notes: Notes): Html {
  const from = file.previousFilename === undefined ? "" : ` from ${file.previousFilename}`;
  const rows = file.hunks.flatMap((hunk, index) => [
    ...(index > 0 ? [{ kind: "gap" as const }] : []),
    ...hunkRows(hunk),
  ]);
  const placed = placeNotes(rows, notes);
  const onDiff = new Set(rows.map((row) => ("right" in row ? row.right : undefined)));
  const elsewhere = { annotations: notes.annotations.filter((a) => !onDiff.has(a.end_line)), comments: [] };
  const code = [...placed, ...framesOf(pull, file.filename, elsewhere)];
  const body =
    code.length === 0 ? html`<p class="text dim">No lines to show.</p>` : renderCode(file.filename, code);
  return renderBox(file.filename, `${file.status}${from}, +${file.additions} −${file.deletions}`, body);
}

function renderBox(path: string, state: string, body: Html): Html {
  return html`<article class="box"><h3><code dir="ltr">${path}</code> <span class="dim">${state}</span></h3>${body}</article>`;
}

function hunkRows(hunk: FileDiff["hunks"][number]): CodeRow[] {
  let [left, right] = [hunk.beforeStart - 1, hunk.afterStart - 1];
  return hunk.lines.map(({ kind, text }): CodeRow => {
    if (kind !== "+") left += 1;
    if (kind !== "-") right += 1;
    return {
      kind: kind === "+" ? "added" : kind === "-" ? "removed" : "kept",
      left: kind === "+" ? undefined : left,
      right: kind === "-" ? undefined : right,
      text,
    };
  });
}

/** Adds each note under the line it ends at. */
function placeNotes(rows: readonly CodeRow[], { annotations, comments }: Notes): CodeRow[] {
  return rows.flatMap((row): CodeRow[] => {
    if (row.kind === "gap" || row.kind === "note") return [row];
    const found = [
      ...annotations.filter((annotation) => annotation.end_line === row.right).map(renderAnnotation),
      ...comments
        .filter((comment) => comment.line === (comment.side === "LEFT" ? row.left : row.right))
        .map(renderLineComment),
    ];
    return [row, ...found.map((note) => ({ kind: "note" as const, note }))];
  });
}

/** Lines of the head around annotations that the diff does not show; a line past the end shows the last ones. */
function framesOf({ repository, head }: PullRequest, path: string, notes: Notes): CodeRow[] {
  const { store } = repository;
  const entry = findEntry(store, store.commit(head.sha)?.tree ?? "", path);
  const lines = textOf(store.blob(entry?.sha ?? ""))?.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const ends = [...new Set(notes.annotations.map((annotation) => annotation.end_line))].sort((a, b) => a - b);
  return ends.flatMap((end): CodeRow[] => {
    const annotations = notes.annotations.filter((annotation) => annotation.end_line === end);
    const start = Math.max(1, Math.min(...annotations.map((annotation) => annotation.start_line)) - AROUND);
    const rows = lines
      .slice(start - 1, end + AROUND)
      .map((text, index): CodeRow => ({ kind: "kept", left: undefined, right: start + index, text }));
    const placed = placeNotes(rows, { annotations, comments: [] });
    const missed = placed.some((row) => row.kind === "note") ? [] : annotations.map(renderAnnotation);
    return [{ kind: "gap" }, ...placed, ...missed.map((note) => ({ kind: "note" as const, note }))];
  });
}
