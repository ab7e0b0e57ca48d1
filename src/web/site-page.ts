import type { Language } from "../model/language.ts";
import type { Html } from "./html.ts";

/** One page of the site in one language. The same path exists in every language. */
export interface SitePage {
  /** Below the language: `rules/RET-01` is `/en/rules/RET-01/`; empty for the home page. */
  readonly path: string;
  /** Plain text: the heading, and the title of the window. */
  readonly title: string;
  /** One sentence for search engines and for whoever shares the page. */
  readonly description: string;
  readonly body: Html;
  /** Pages above it, the nearest last; the home page stands before them always. */
  readonly above?: readonly { readonly path: string; readonly title: string }[];
  /** Parts of the page by the ids of their headings, for a list of contents. */
  readonly contents?: readonly {
    readonly id: string;
    readonly title: string;
    /** Where it is not that of the page. */
    readonly language?: Language;
  }[];
  /** Names of client scripts, such as `search` for `assets/search.js`; they add to what works without them. */
  readonly scripts?: readonly string[];
  /** Further words the search finds it by; title and description it knows. */
  readonly keywords?: string;
  /** Feeds about the page: names of files below the language. */
  readonly feeds?: readonly { readonly file: string; readonly type: string; readonly title: string }[];
  /** What stands in the heading, where that is more than the title. */
  readonly heading?: Html;
}
