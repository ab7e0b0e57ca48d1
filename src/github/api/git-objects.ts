import { createHash } from "node:crypto";

/** The SHA-1 Git gives a blob of these bytes. */
export function blobSha(bytes: Uint8Array): string {
  return objectSha("blob", bytes);
}

/** A file of a tree: its path from the root, its mode as Git writes it, and the object it names. */
export interface TreeFile {
  readonly path: string;
  readonly mode: string;
  readonly sha: string;
}

/**
 * The SHA-1 Git gives the tree that holds exactly these files. A listing whose SHA-1 is the one asked
 * for is complete and unaltered, whatever delivered it.
 */
export function treeSha(files: readonly TreeFile[]): string {
  const root: Folder = new Map();
  for (const file of files) place(file, root);
  return folderSha(root);
}

type Folder = Map<string, Folder | TreeFile>;

function place(file: TreeFile, root: Folder): void {
  const steps = file.path.split("/");
  const name = steps.pop() ?? "";
  let folder = root;
  for (const step of steps) {
    let next = folder.get(step);
    if (!(next instanceof Map)) {
      next = new Map();
      folder.set(step, next);
    }
    folder = next;
  }
  folder.set(name, file);
}

/** Git orders entries by bytes, a folder as if its name ended in `/`. */
function folderSha(folder: Folder): string {
  const entries = [...folder].map(([name, entry]) => ({
    order: Buffer.from(entry instanceof Map ? `${name}/` : name),
    line: Buffer.concat([
      Buffer.from(`${entry instanceof Map ? "40000" : entry.mode} ${name}\0`),
      Buffer.from(entry instanceof Map ? folderSha(entry) : entry.sha, "hex"),
    ]),
  }));
  entries.sort((a, b) => Buffer.compare(a.order, b.order));
  return objectSha("tree", Buffer.concat(entries.map((entry) => entry.line)));
}

function objectSha(type: string, content: Uint8Array): string {
  return createHash("sha1").update(`${type} ${content.byteLength}\0`).update(content).digest("hex");
}
