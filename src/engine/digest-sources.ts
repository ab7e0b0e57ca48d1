import type { Source } from "../model/source.ts";
import { sha256 } from "./sha256.ts";

/** One digest over files, whatever the order they come in: name, mode and content of each. */
export function digestSources(sources: readonly Source[]): string {
  const lines = sources.map((source) => `${source.file}\0${source.mode}\0${sha256(source.bytes)}\n`);
  return `sha256:${sha256(lines.sort().join(""))}`;
}
