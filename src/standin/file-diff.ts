import { diffLines, type Hunk } from "./line-diff.ts";
import type { ObjectStore } from "./object-store.ts";
import { diffTrees, type TreeChange } from "./tree.ts";

/** A changed file as the pull-request and compare endpoints describe it. */
export interface FileDiff {
  readonly filename: string;
  readonly previousFilename: string | undefined;
  readonly status: "added" | "removed" | "modified" | "renamed" | "changed";
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** Empty for binary files, submodules and pure renames. */
  readonly hunks: readonly Hunk[];
  /** The unified diff; absent where there is none or it is longer than the limit. */
  readonly patch: string | undefined;
}

/** A change between two trees, paired with the path it was moved from, not yet described. */
export interface FileChange extends TreeChange {
  readonly previousPath: string | undefined;
}

/** Changes between two trees, a file that moved unchanged shown as one rename. */
export function changedFiles(store: ObjectStore, before: string | undefined, after: string): FileChange[] {
  const changes = diffTrees(store, before, after);
  const removed = new Map(changes.filter((c) => c.after === undefined).map((c) => [c.before?.sha, c.path]));
  const moved = new Set<string>();
  const paired = changes.map((change): FileChange => {
    const from = change.before === undefined ? removed.get(change.after?.sha) : undefined;
    if (from === undefined || moved.has(from)) return { ...change, previousPath: undefined };
    moved.add(from);
    return { ...change, previousPath: from };
  });
  return paired.filter((change) => change.after !== undefined || !moved.has(change.path));
}

/** One change in full. `patchLimit` is in bytes of the patch. */
export function describeChange(store: ObjectStore, change: FileChange, patchLimit: number): FileDiff {
  const { path, before, after, previousPath } = change;
  const texts = [before, after].map((leaf) => (leaf === undefined ? "" : textOf(store.blob(leaf.sha))));
  const [old, now] = texts;
  const same = previousPath !== undefined || old === undefined || now === undefined;
  const hunks = same ? [] : diffLines(old, now);
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const patch = hunks.map(hunkText).join("\n");
  return {
    filename: path,
    previousFilename: previousPath,
    status: statusOf(change),
    sha: (after ?? before)?.sha ?? "",
    additions: lines.filter((line) => line.kind === "+").length,
    deletions: lines.filter((line) => line.kind === "-").length,
    hunks,
    patch: patch === "" || Buffer.byteLength(patch) > patchLimit ? undefined : patch,
  };
}

/** The text of a blob; `undefined` for a binary one (a NUL in its first 8,000 bytes) and for a submodule. */
export function textOf(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined || bytes.subarray(0, 8000).includes(0)) return undefined;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function statusOf({ before, after, previousPath }: FileChange): FileDiff["status"] {
  if (previousPath !== undefined) return "renamed";
  if (before === undefined) return "added";
  if (after === undefined) return "removed";
  return before.sha === after.sha ? "changed" : "modified";
}

function hunkText(hunk: Hunk): string {
  const head = `@@ -${range(hunk.beforeStart, hunk.beforeLines)} +${range(hunk.afterStart, hunk.afterLines)} @@`;
  const lines = hunk.lines.map(({ kind, text }) =>
    text.endsWith("\n") ? kind + text.slice(0, -1) : `${kind}${text}\n\\ No newline at end of file`,
  );
  return [head, ...lines].join("\n");
}

function range(start: number, length: number): string {
  return length === 1 ? `${start}` : `${start},${length}`;
}
