import type { DocumentKind, FileProblem, Loaded } from "../../src/model/document.ts";
import type { FileMode } from "../../src/model/source.ts";
import { loadDocument } from "../../src/parse/load-document.ts";

interface Options {
  readonly gate?: boolean;
  readonly kind?: DocumentKind;
  readonly mode?: FileMode;
  readonly file?: string;
}

/** Loads a text, or bytes, as a file of the repository; in gate mode unless said otherwise. */
export function loadText(content: string | Uint8Array, options: Options = {}): Loaded {
  const { gate = true, mode = "100644", file = "waivers/w.yaml", kind } = options;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return loadDocument({ file, bytes, mode }, kind === undefined ? { gate } : { gate, kind });
}

/** The problems of a text that does not load; empty where it loads. */
export function problemsOf(content: string | Uint8Array, options: Options = {}): readonly FileProblem[] {
  const loaded = loadText(content, options);
  return loaded.ok ? [] : loaded.problems;
}

/** Problems as `line:column message`, to read at a glance. */
export function shown(problems: readonly FileProblem[]): readonly string[] {
  return problems.map(({ location, message }) => `${location.line}:${location.column} ${message}`);
}

/** A whole waiver, to which tests add what they are about. */
export const WAIVER = `apiVersion: bylaw/v1
kind: Waiver
id: W-2026-014
rule: VEN-05
manifest: il-9901-cam-promenade
finding: 6e1c4a90b2d37f58
from: 2026-11-20
expires: 2027-05-10
`;
