import { lstatSync } from "node:fs";

export type PathKind = "folder" | "file" | "none";

/** What stands at a path. A link is a file, wherever it leads. */
export function pathKind(path: string): PathKind {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return "none";
  return stat.isDirectory() ? "folder" : "file";
}
