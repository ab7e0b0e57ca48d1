import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const MARKS = [".github/bylaw.yml", "policies", ".git"] as const;

/** The nearest folder at or above `from` that holds a configuration, policies or a repository; else `from`. */
export function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (MARKS.some((mark) => existsSync(join(folder, mark)))) return folder;
    if (dirname(folder) === folder) return from;
  }
}
