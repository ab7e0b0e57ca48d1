import type { FileMode } from "../model/source.ts";
import type { ObjectStore, TreeEntry, TreeMode } from "./object-store.ts";

/** A file, link or submodule in a tree. */
export interface Leaf {
  readonly mode: FileMode;
  readonly sha: string;
}

export interface TreeItem {
  readonly path: string;
  readonly mode: TreeMode;
  readonly sha: string;
}

/** One path that differs between two trees; a side is `undefined` where the path does not exist. */
export interface TreeChange {
  readonly path: string;
  readonly before: Leaf | undefined;
  readonly after: Leaf | undefined;
}

/** The tree that results from changing paths of `base`; `null` removes one. Empty folders vanish. */
export function writeTree(
  store: ObjectStore,
  base: string | undefined,
  changes: ReadonlyMap<string, Leaf | null>,
): string {
  const folders = new Map<string, Map<string, Leaf | null>>();
  const entries = new Map((base === undefined ? [] : entriesOf(store, base)).map((e) => [e.name, e]));
  for (const [path, leaf] of changes) {
    const [name = "", ...rest] = path.split("/");
    if (["", ".", "..", ".git"].includes(name)) throw new Error(`\`${path}\` is not a path Git accepts`);
    if (rest.length > 0) {
      const inside = folders.get(name) ?? new Map<string, Leaf | null>();
      folders.set(name, inside.set(rest.join("/"), leaf));
    } else if (leaf === null) entries.delete(name);
    else entries.set(name, { name, ...leaf });
  }
  for (const [name, inside] of folders) {
    const old = entries.get(name);
    const sha = writeTree(store, old?.mode === "040000" ? old.sha : undefined, inside);
    if (entriesOf(store, sha).length > 0) entries.set(name, { name, mode: "040000", sha });
    else if (old?.mode === "040000") entries.delete(name);
  }
  return store.putTree([...entries.values()]);
}

/** Everything below a tree in Git's order, folders before what is in them. */
export function* walkTree(store: ObjectStore, sha: string, prefix = ""): Generator<TreeItem> {
  for (const { name, mode, sha: entry } of entriesOf(store, sha)) {
    yield { path: prefix + name, mode, sha: entry };
    if (mode === "040000") yield* walkTree(store, entry, `${prefix}${name}/`);
  }
}

/** What stands at a path of a tree, `undefined` where nothing does. */
export function findEntry(store: ObjectStore, tree: string, path: string): TreeItem | undefined {
  let at: TreeItem = { path: "", mode: "040000", sha: tree };
  for (const name of path.split("/").filter((part) => part !== "")) {
    if (at.mode !== "040000") return undefined;
    const entry: TreeEntry | undefined = entriesOf(store, at.sha).find((e) => e.name === name);
    if (entry === undefined) return undefined;
    at = { path, mode: entry.mode, sha: entry.sha };
  }
  return at;
}

/** Paths that differ between two trees, sorted; equal folders are not entered. */
export function diffTrees(store: ObjectStore, before: string | undefined, after: string): TreeChange[] {
  const changes = [...compareFolders(store, before, after, "")];
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function* compareFolders(
  store: ObjectStore,
  before: string | undefined,
  after: string | undefined,
  prefix: string,
): Generator<TreeChange> {
  if (before === after) return;
  const old = new Map((before === undefined ? [] : entriesOf(store, before)).map((e) => [e.name, e]));
  const now = new Map((after === undefined ? [] : entriesOf(store, after)).map((e) => [e.name, e]));
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(name), now.get(name)];
    if (a?.sha === b?.sha && a?.mode === b?.mode) continue;
    const path = prefix + name;
    yield* compareFolders(store, folderSha(a), folderSha(b), `${path}/`);
    const [leafBefore, leafAfter] = [leafOf(a), leafOf(b)];
    if (leafBefore !== undefined || leafAfter !== undefined) {
      yield { path, before: leafBefore, after: leafAfter };
    }
  }
}

function folderSha(entry: TreeEntry | undefined): string | undefined {
  return entry?.mode === "040000" ? entry.sha : undefined;
}

function leafOf(entry: TreeEntry | undefined): Leaf | undefined {
  return entry === undefined || entry.mode === "040000" ? undefined : { mode: entry.mode, sha: entry.sha };
}

function entriesOf(store: ObjectStore, sha: string): readonly TreeEntry[] {
  const entries = store.tree(sha);
  if (entries === undefined) throw new Error(`no tree \`${sha}\``);
  return entries;
}
