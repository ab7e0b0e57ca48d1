import { isolate } from "../render/isolate.ts";
import { oneLine } from "../render/visible.ts";

/** A line of an explanation, with what stands under it. */
export interface Entry {
  readonly text: string;
  readonly below?: readonly Entry[];
}

/** Entries as indented lines: prose on one line each, hidden characters written out, scripts kept apart. */
export function outline(entries: readonly Entry[], depth = 0): string {
  return entries
    .map(({ text, below = [] }) => {
      const gap = depth === 0 && below.length > 0 ? "\n" : "";
      return `${gap}${"  ".repeat(depth)}${isolate(oneLine(text))}\n${outline(below, depth + 1)}`;
    })
    .join("");
}
