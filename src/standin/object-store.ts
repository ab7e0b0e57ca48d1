import { createHash } from "node:crypto";
import type { FileMode } from "../model/source.ts";

/** Modes of a tree entry: those of a file, and the one of a folder. */
export type TreeMode = FileMode | "040000";

export interface TreeEntry {
  readonly name: string;
  readonly mode: TreeMode;
  readonly sha: string;
}

/** Who wrote a commit, and when, in whole seconds since 1970 (UTC). */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly seconds: number;
}

export interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** Git's objects by SHA-1, shared by a repository and its forks. Reading an unknown SHA gives `undefined`. */
export interface ObjectStore {
  blob(sha: string): Uint8Array | undefined;
  tree(sha: string): readonly TreeEntry[] | undefined;
  commit(sha: string): Commit | undefined;
  putBlob(bytes: Uint8Array): string;
  putTree(entries: readonly TreeEntry[]): string;
  putCommit(commit: Commit): string;
}

/** An empty store whose SHAs are those real Git gives the same content. */
export function createObjectStore(): ObjectStore {
  const blobs = new Map<string, Uint8Array>();
  const trees = new Map<string, readonly TreeEntry[]>();
  const commits = new Map<string, Commit>();
  return {
    blob: (sha) => blobs.get(sha),
    tree: (sha) => trees.get(sha),
    commit: (sha) => commits.get(sha),
    putBlob(bytes) {
      const sha = hash("blob", bytes);
      if (!blobs.has(sha)) blobs.set(sha, Uint8Array.from(bytes));
      return sha;
    },
    putTree(entries) {
      const sorted = entries.toSorted((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
      const sha = hash("tree", Buffer.concat(sorted.map(treeBytes)));
      trees.set(sha, sorted);
      return sha;
    },
    putCommit(commit) {
      const sha = hash("commit", commitBytes(commit));
      commits.set(sha, commit);
      return sha;
    },
  };
}

function hash(type: string, bytes: Uint8Array): string {
  return createHash("sha1").update(`${type} ${bytes.byteLength}\0`).update(bytes).digest("hex");
}

/** Git orders a folder as if its name ended in a slash. */
function sortKey(entry: TreeEntry): Buffer {
  return Buffer.from(entry.mode === "040000" ? `${entry.name}/` : entry.name);
}

function treeBytes(entry: TreeEntry): Buffer {
  const head = `${entry.mode.replace(/^0/, "")} ${entry.name}\0`;
  return Buffer.concat([Buffer.from(head), Buffer.from(entry.sha, "hex")]);
}

function commitBytes(commit: Commit): Buffer {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${signatureLine(commit.author)}`,
    `committer ${signatureLine(commit.committer)}`,
  ];
  return Buffer.from(`${lines.join("\n")}\n\n${commit.message}`);
}

function signatureLine(signature: Signature): string {
  return `${signature.name} <${signature.email}> ${signature.seconds} +0000`;
}
