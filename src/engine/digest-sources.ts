import type { Source } from "../model/source.ts";
import { sha256 } from "./sha256.ts";

/** One digest over files, whatever the order they come in: name, mode and content of each. */
export function digestSources(sources: readonly Source[]): string {
  return digestEntries(sources.map(({ file, mode, bytes }) => ({ file, mode, content: sha256(bytes) })));
}

/** The same digest where of each file the SHA-256 of its content is known. */
export function digestEntries(
  entries: readonly (Pick<Source, "file" | "mode"> & { readonly content: string })[],
): string {
  const lines = entries.map(({ file, mode, content }) => `${file}\0${mode}\0${content}\n`);
  return `sha256:${sha256(lines.sort().join(""))}`;
}
