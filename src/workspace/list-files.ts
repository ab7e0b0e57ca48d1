import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Every file under a folder, as paths relative to it with `/`, in order; hidden ones too. Links are listed, never
 * followed; Git's own folders, and those that `passOver` names, are passed over.
 */
export function listFiles(folder: string, below = "", passOver = ""): readonly string[] {
  if (!lstatSync(join(folder, below)).isDirectory()) return [below];
  const files: string[] = [];
  collect(below);
  return files;

  function collect(within: string): void {
    const entries = readdirSync(join(folder, within), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = within === "" ? entry.name : `${within}/${entry.name}`;
      if (!entry.isDirectory()) files.push(path);
      else if (entry.name !== ".git" && path !== passOver) collect(path);
    }
  }
}
