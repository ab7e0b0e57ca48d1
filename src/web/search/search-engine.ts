import MiniSearch, { type Options, type SearchResult } from "minisearch";
import { foldTerm, wordsOf } from "./fold-term.ts";

/** A page as the search knows it. */
export interface SearchEntry {
  /** Its path below the language. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Further words it is found by. */
  readonly keywords: string;
}

/** A page that was found, the best first. */
export type Found = Pick<SearchEntry, "id" | "title" | "description">;

/** The index of one language as the text of its file. Equal entries give equal bytes. */
export function buildIndex(entries: readonly SearchEntry[]): string {
  const index = new MiniSearch<SearchEntry>(OPTIONS);
  index.addAll(entries);
  return JSON.stringify(index);
}

/** A search over an index that `buildIndex` wrote. */
export function openIndex(text: string): (query: string) => readonly Found[] {
  const index = MiniSearch.loadJSON<SearchEntry>(text, OPTIONS);
  return (query) => index.search(query).map(foundOf);
}

const OPTIONS: Options<SearchEntry> = {
  fields: ["title", "description", "keywords"],
  storeFields: ["title", "description"],
  tokenize: wordsOf,
  processTerm: (term) => [...foldTerm(term)],
  searchOptions: {
    boost: { title: 4, description: 2 },
    prefix: (term) => term.length >= 3,
    fuzzy: (term) => (term.length >= 6 ? 0.15 : false),
  },
};

function foundOf(result: SearchResult): Found {
  // Stored fields come back untyped; both were written by `buildIndex`.
  return { id: String(result.id), title: String(result.title), description: String(result.description) };
}
