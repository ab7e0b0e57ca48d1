import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

const PASSED_OVER = new Set([".git", "node_modules", "dist", "coverage"]);

/**
 * Every file under a folder, as paths relative to it with `/`, in order. Links are listed, never
 * followed; installed packages, build output and Git's own folder are passed over.
 */
export function listFiles(folder: string, below = ""): readonly string[] {
  if (!lstatSync(join(folder, below)).isDirectory()) return [below];
  const files: string[] = [];
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (!entry.isDirectory()) files.push(path);
    else if (!PASSED_OVER.has(entry.name)) files.push(...listFiles(folder, path));
  }
  return files;
}
