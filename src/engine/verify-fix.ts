import type { Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { FactSet } from "../model/row.ts";
import { loadDocument } from "../parse/load-document.ts";
import type { Judged } from "./judge-rows.ts";

/**
 * Whether a fix, written into the file, makes its subject comply: the file still loads and the clause
 * passes at the same row. Only such a fix is offered.
 */
export function fixPasses(
  fix: NonNullable<Finding["fix"]>,
  { clause, row }: Judged,
  manifest: Manifest,
  factsOf: (manifest: Manifest) => FactSet,
): boolean {
  const bytes = splice(new TextEncoder().encode(manifest.text), fix);
  const loaded = loadDocument(
    { file: manifest.file, bytes, mode: "100644" },
    { gate: false, kind: "Manifest" },
  );
  if (!loaded.ok) return false;
  const again = factsOf(loaded.document);
  const rows = clause.subject === "owner" || clause.subject === "listing" ? [] : again.rows(clause.subject);
  const same = rows.find((candidate) => candidate.key === row.key);
  return same !== undefined && clause.outcome(same) === "pass";
}

/** The bytes with one edit made. */
export function splice(bytes: Uint8Array, fix: NonNullable<Finding["fix"]>): Uint8Array {
  const text = new TextEncoder().encode(fix.text);
  const edited = new Uint8Array(fix.start + text.length + (bytes.length - fix.end));
  edited.set(bytes.subarray(0, fix.start));
  edited.set(text, fix.start);
  edited.set(bytes.subarray(fix.end), fix.start + text.length);
  return edited;
}
