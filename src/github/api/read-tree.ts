import type { FileMode } from "../../model/source.ts";
import { NotEvaluable } from "../review/not-evaluable.ts";
import { at, booleanAt, listAt, shaAt, textAt } from "./answer.ts";
import type { BoundedCache } from "./bounded-cache.ts";
import type { Client, RepositoryName } from "./client.ts";
import { type TreeFile, treeSha } from "./git-objects.ts";
import { GithubError } from "./github-error.ts";

/** A file of a tree as it stands there. `size` is in bytes, 0 for a submodule. */
interface TreeEntry {
  readonly mode: FileMode;
  readonly sha: string;
  readonly size: number;
}

/** Every file of a tree, by path. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/** What a path costs in a cache, about: its text, its id and the map's own. */
const BYTES_A_PATH = 250;

/**
 * Reads a whole tree by its SHA. The listing is hashed as Git does and must give the SHA asked for, so a
 * tree that comes back is complete; one that GitHub cuts short is never judged.
 */
export async function readTree(
  client: Client,
  { owner, repo, tree }: RepositoryName & { readonly tree: string },
  cache: BoundedCache<Tree>,
): Promise<Tree> {
  const known = cache.get(tree);
  if (known) return known;
  if (tree === EMPTY_TREE) return new Map();
  const answer = await client.rest("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
    owner,
    repo,
    tree_sha: tree,
    recursive: "1",
  });
  if (booleanAt(answer, "truncated")) {
    throw new NotEvaluable("GitHub lists the files of this repository only in part: there are too many", {
      help: "keep manifests in a repository of their own; GitHub lists 100,000 entries or 7 MB",
      lasting: true,
    });
  }
  const files = readEntries(listAt(answer, "tree"));
  if (treeSha(files) !== tree) {
    throw new GithubError(`the listing of the tree ${tree} is not complete`, { kind: "unavailable" });
  }
  const read = new Map(files.map(({ path, mode, sha, size }) => [path, { mode: fileMode(mode), sha, size }]));
  cache.set(tree, read, read.size * BYTES_A_PATH);
  return read;
}

/** Git's name for a tree without files, which GitHub does not serve. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

function readEntries(entries: readonly unknown[]): readonly (TreeFile & { readonly size: number })[] {
  const files = entries.filter((entry) => at(entry, "type") !== "tree");
  return files.map((entry) => {
    const size = at(entry, "size");
    return {
      path: textAt(entry, "path"),
      mode: textAt(entry, "mode"),
      sha: shaAt(entry, "sha"),
      size: typeof size === "number" ? size : 0,
    };
  });
}

/** Git writes four modes; a fifth (100664) is found in old repositories and counts as no regular file. */
function fileMode(mode: string): FileMode {
  return mode === "100644" || mode === "120000" || mode === "160000" ? mode : "100755";
}
