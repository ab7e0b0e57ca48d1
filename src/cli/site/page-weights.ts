import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a page may weigh, compressed, with everything it loads. */
const BUDGETS = [
  { name: "home", page: "", most: 150_000 },
  { name: "check", page: "check/", most: 300_000 },
] as const;

/** What one page weighs. */
export interface PageWeight {
  readonly name: string;
  readonly bytes: number;
  readonly most: number;
}

/** The compressed weight of the pages that have a budget, in English: the page, and every file of the site it names but does not link to. */
export function pageWeights(folder: string, base: string): readonly PageWeight[] {
  return BUDGETS.map(({ name, page, most }) => {
    const file = `en/${page}index.html`;
    const text = readFileSync(join(folder, file), "utf8");
    const loaded = [...text.matchAll(/ (?:src|href|data-[a-z]+)="([^"#?]+\.(?:js|css|json|svg))"/g)]
      .map(([, address = ""]) => address)
      .filter((address) => address.startsWith(base))
      .map((address) => address.slice(base.length));
    const bytes = [...new Set([file, ...loaded])].reduce(
      (sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length,
      0,
    );
    return { name, bytes, most };
  });
}
