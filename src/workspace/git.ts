import { execFileSync } from "node:child_process";
import type { FileChange } from "../model/review.ts";
import type { FileMode, Source } from "../model/source.ts";

/** Git could not answer; `help` says what to do. */
export class GitError extends Error {
  readonly help: string;
  constructor(message: string, help: string, cause?: unknown) {
    super(message, { cause });
    this.name = "GitError";
    this.help = help;
  }
}

interface Entry {
  readonly mode: FileMode;
  readonly sha: string;
  readonly file: string;
}

/** The commit a name stands for, as a full SHA. */
export function resolveCommit(root: string, name: string): string {
  try {
    return git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`])
      .toString()
      .trim();
  } catch (cause) {
    throw new GitError(
      `\`${name}\` names no commit of this repository`,
      "name a branch, a tag or a commit",
      cause,
    );
  }
}

export function mergeBase(root: string, base: string, head: string): string {
  try {
    return git(root, ["merge-base", base, head]).toString().trim();
  } catch (cause) {
    throw new GitError(
      `\`${base}\` and \`${head}\` have no common history`,
      "fetch both branches whole",
      cause,
    );
  }
}

/** The files of a commit that `wanted` picks, with modes as Git records them; links and submodules unread. */
export function readCommit(
  root: string,
  commit: string,
  wanted: (file: string) => boolean,
): readonly Source[] {
  const entries = tree(root, commit).filter((entry) => wanted(entry.file));
  const blobs = entries.filter((entry) => entry.mode !== "160000");
  const contents = readBlobs(
    root,
    blobs.map((entry) => entry.sha),
  );
  return entries.map(({ file, mode, sha }) => ({ file, mode, bytes: contents.get(sha) ?? new Uint8Array() }));
}

/** The paths that differ between two commits, by comparing their trees. */
export function changedFiles(root: string, before: string, after: string): readonly FileChange[] {
  const old = new Map(tree(root, before).map((entry) => [entry.file, `${entry.mode} ${entry.sha}`]));
  const now = new Map(tree(root, after).map((entry) => [entry.file, `${entry.mode} ${entry.sha}`]));
  const changes: FileChange[] = [];
  for (const [file, id] of now) {
    if (!old.has(file)) changes.push({ file, status: "added" });
    else if (old.get(file) !== id) changes.push({ file, status: "changed" });
  }
  for (const file of old.keys()) if (!now.has(file)) changes.push({ file, status: "removed" });
  return changes.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/**
 * The files under the root that differ from where the current branch left `ref`: committed, staged, edited or
 * new. Files that are gone or ignored are left out.
 */
export function changedSince(root: string, ref: string): readonly string[] {
  const base = mergeBase(root, resolveCommit(root, ref), resolveCommit(root, "HEAD"));
  const lists = [
    ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--diff-filter=d", "--relative", base],
    ["ls-files", "-z", "--others", "--exclude-standard"],
  ];
  const files = lists.flatMap((args) => git(root, args).toString("utf8").split("\0").filter(Boolean));
  return [...new Set(files)].sort();
}

/** A file as the commits up to one left it, newest first; only those in which it changed. */
export function fileHistory(root: string, file: string, until = "HEAD"): readonly FileState[] {
  const last = resolveCommit(root, until);
  const log = git(root, ["log", "--format=%H", "--diff-filter=AMT", last, "--", file]);
  const commits = log.toString("utf8").split("\n").filter(Boolean);
  return commits.map((commit) => ({ commit, bytes: git(root, ["show", `${commit}:./${file}`]) }));
}

export interface FileState {
  readonly commit: string;
  readonly bytes: Uint8Array;
}

function tree(root: string, commit: string): readonly Entry[] {
  const lines = git(root, ["ls-tree", "-r", "-z", "--full-tree", commit]).toString("utf8").split("\0");
  return lines.filter(Boolean).map((line) => {
    const [meta = "", file = ""] = line.split("\t");
    const [mode = "", , sha = ""] = meta.split(" ");
    // `ls-tree -r` prints these four modes and no others.
    return { mode: mode as FileMode, sha, file };
  });
}

/** Contents of blobs by SHA, read in one process. */
function readBlobs(root: string, shas: readonly string[]): ReadonlyMap<string, Uint8Array> {
  if (shas.length === 0) return new Map();
  const input = `${[...new Set(shas)].join("\n")}\n`;
  const output = git(root, ["cat-file", "--batch"], input);
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [sha = "", , size = "0"] = output.toString("utf8", at, end).split(" ");
    contents.set(sha, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

function git(root: string, args: readonly string[], input = ""): Buffer {
  return execFileSync("git", ["-C", root, ...args], {
    input,
    maxBuffer: 1 << 30,
    stdio: ["pipe", "pipe", "ignore"],
  });
}
