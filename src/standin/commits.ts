import type { FileMode } from "../model/source.ts";
import type { Signature } from "./object-store.ts";
import { type Leaf, writeTree } from "./tree.ts";
import type { Repository, World } from "./world.ts";

/** New content of a file: text or bytes, with a mode if it is not `100644`; `null` removes it. */
type FileContent =
  | string
  | Uint8Array
  | null
  /** For a submodule (`160000`) the content is the commit's SHA. */
  | { readonly mode: FileMode; readonly content: string | Uint8Array };

export type CommitFiles = Readonly<Record<string, FileContent>>;

export interface NewCommit {
  readonly message: string;
  /** A login, used as author and, where none is named, committer. */
  readonly author: string;
  readonly committer?: string;
  /** Changes to the first parent's files; everything else stays. */
  readonly files: CommitFiles;
  /** When its author wrote it, in milliseconds since 1970; now by default. */
  readonly writtenAt?: number;
}

/** Writes a commit on top of its parents and gives its SHA. Moves no branch. */
export function writeCommit(
  world: World,
  repository: Repository,
  parents: readonly string[],
  { message, author, committer = author, files, writtenAt }: NewCommit,
): string {
  const { store } = repository;
  const leaves = new Map<string, Leaf | null>();
  for (const [path, content] of Object.entries(files)) leaves.set(path, leafOf(repository, content));
  const base = parents[0] === undefined ? undefined : store.commit(parents[0])?.tree;
  return store.putCommit({
    tree: writeTree(store, base, leaves),
    parents,
    author: signatureOf(world, author, writtenAt),
    committer: signatureOf(world, committer),
    message,
  });
}

/** How a login signs commits, now or at another time. */
export function signatureOf(world: World, login: string, at = world.now()): Signature {
  return {
    name: login,
    email: `${login}@users.noreply.example.org`,
    seconds: Math.floor(at / 1000),
  };
}

function leafOf({ store }: Repository, content: FileContent): Leaf | null {
  if (content === null) return null;
  const { mode, content: data } =
    typeof content === "string" || content instanceof Uint8Array
      ? { mode: "100644" as const, content }
      : content;
  if (mode === "160000") return { mode, sha: Buffer.from(data).toString("utf8") };
  return { mode, sha: store.putBlob(typeof data === "string" ? Buffer.from(data) : data) };
}
