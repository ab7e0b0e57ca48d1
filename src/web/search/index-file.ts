import type { Language } from "../../model/language.ts";
import type { SitePage } from "../site-page.ts";
import { buildIndex } from "./search-engine.ts";
import { INDEX_FILE } from "./search-page.ts";

/** The search index over the pages of one language, as a file of the site. */
export function indexFile(pages: readonly SitePage[], language: Language) {
  const entries = pages
    .filter(({ path }) => path !== "" && path !== "search")
    .map(({ path, title, description, keywords = "" }) => ({ id: path, title, description, keywords }));
  return { path: `${language}/${INDEX_FILE}`, text: buildIndex(entries) };
}
