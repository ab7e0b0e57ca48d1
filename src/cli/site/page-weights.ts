import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { LANGUAGES, type Language } from "../../model/language.ts";

/** What a page may weigh in any language, by gzip, with everything it loads. */
const BUDGETS = [
  { name: "home", page: "", most: 150_000 },
  { name: "check", page: "check/", most: 300_000 },
] as const;

/** What one page weighs in the language in which it is heaviest, in bytes. */
export interface PageWeight {
  readonly name: string;
  readonly language: Language;
  readonly gzip: number;
  readonly brotli: number;
  /** What it may weigh by gzip. */
  readonly most: number;
}

/** The weight of the pages that have a budget: the page, and every file of the site it names but does not link to. */
export function pageWeights(folder: string, base: string): readonly PageWeight[] {
  return BUDGETS.map(({ name, page, most }) => {
    const weights = LANGUAGES.map((language) => {
      const contents = partsOf(`${language}/${page}index.html`, folder, base);
      const gzip = sum(contents, (content) => gzipSync(content, { level: 9 }).length);
      return { name, language, gzip, contents, most };
    });
    const { contents, ...weight } = weights.reduce((most, one) => (one.gzip > most.gzip ? one : most));
    return { ...weight, brotli: sum(contents, (content) => brotliCompressSync(content).length) };
  });
}

/** The contents of a page and of what it loads. */
function partsOf(file: string, folder: string, base: string): readonly Buffer[] {
  const text = readFileSync(join(folder, file), "utf8");
  const loaded = [...text.matchAll(/ (?:src|href|data-[a-z]+)="([^"#?]+\.(?:js|css|json|svg))"/g)]
    .map(([, address = ""]) => address)
    .filter((address) => address.startsWith(base))
    .map((address) => address.slice(base.length));
  return [...new Set([file, ...loaded])].map((path) => readFileSync(join(folder, path)));
}

function sum(contents: readonly Buffer[], weigh: (content: Buffer) => number): number {
  return contents.reduce((total, content) => total + weigh(content), 0);
}
