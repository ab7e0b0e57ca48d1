import type { SiteFile } from "../../src/web/site-file.ts";
import { sitePages } from "../../src/web/site-pages.ts";
import { exampleSite } from "../browser/example-site.ts";

let made: ReadonlyMap<string, string> | undefined;

/** Every page and file of the site of this repository by its path; made once. */
export function builtSite(): ReadonlyMap<string, string> {
  made ??= byPath(sitePages(exampleSite()));
  return made;
}

export function byPath(files: readonly SiteFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** The pages of the site, without the files beside them. */
export function builtPages(): readonly (readonly [path: string, text: string])[] {
  return [...builtSite()].filter(([path]) => path.endsWith(".html"));
}

/** One page of each type below a language, and for a type of which there are many the first. */
export function pageTypes(): readonly string[] {
  const paths = builtPages()
    .map(([path]) => path)
    .filter((path) => path.startsWith("en/"))
    .map((path) => path.slice("en/".length, -"index.html".length));
  const byType = new Map<string, string>();
  for (const path of paths) {
    const [kind = "", name = "", ...below] = path.split("/");
    const type = [kind, name === "" ? "" : "*", ...below].join("/");
    if (!byType.has(type)) byType.set(type, path);
  }
  return [...byType.values()];
}
