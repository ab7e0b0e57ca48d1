import { inline } from "../render/inline.ts";
import type { Entry } from "./outline.ts";

/** Entries as a nested Markdown list, everything in them shown as text alone. Gives one text for each entry of the first level. */
export function outlineMarkdown(entries: readonly Entry[], depth = 0): readonly string[] {
  return entries.map(({ text, below = [] }) =>
    [`${"  ".repeat(depth)}- ${inline(text)}`, ...outlineMarkdown(below, depth + 1)].join("\n"),
  );
}
