import { GENERATED, type Page } from "./page.ts";

/** A page that is not as it is generated. `leftover`: generated once, and nothing is shown on it any more. */
export interface PageDifference {
  readonly file: string;
  readonly standing: "missing" | "stale" | "leftover";
}

/** How the pages that exist differ from those generated, by file. What was not generated is nobody's left-over. */
export function comparePages(
  generated: readonly Page[],
  existing: ReadonlyMap<string, string>,
): readonly PageDifference[] {
  const differing = generated.flatMap(({ file, text }): readonly PageDifference[] => {
    const found = existing.get(file);
    if (found === text) return [];
    return [{ file, standing: found === undefined ? "missing" : "stale" }];
  });
  const names = new Set(generated.map(({ file }) => file));
  const leftover = [...existing]
    .filter(([file, text]) => !names.has(file) && text.startsWith(GENERATED))
    .map(([file]): PageDifference => ({ file, standing: "leftover" }));
  return [...differing, ...leftover].sort((a, b) => (a.file < b.file ? -1 : 1));
}
