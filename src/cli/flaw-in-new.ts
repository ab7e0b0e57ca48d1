import type { DocumentKind, FileProblem } from "../model/document.ts";
import { loadDocument } from "../parse/load-document.ts";

/**
 * What the loader has against a new file, where only a person's answers can be wrong. An id made from a wrong
 * code is wrong too and stands before it, so the last flaw is the one to tell.
 */
export function flawInNew(text: string, kind: DocumentKind): FileProblem | undefined {
  const bytes = new TextEncoder().encode(text);
  const loaded = loadDocument({ file: "new.yaml", bytes, mode: "100644" }, { gate: true, kind });
  return loaded.ok ? undefined : loaded.problems.at(-1);
}
