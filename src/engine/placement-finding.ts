import type { FileProblem, Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import { fileFinding } from "./file-findings.ts";

/** A finding about where a manifest stands or went; it blocks, and points at the top of the file unless told better. */
export function placementFinding(
  file: string,
  rule: string,
  text: Pick<FileProblem, "message" | "help"> & Partial<Pick<FileProblem, "location">>,
): Finding {
  const top = { file, line: 1, column: 1, end_line: 1, end_column: 1 };
  return fileFinding({ stage: "limits", kind: "Manifest", location: top, pointer: "", ...text }, rule);
}

/** The place of a value of a manifest, without its bytes. */
export function placeOf(manifest: Manifest, pointer: string): FileProblem["location"] {
  const { file, line, column, end_line, end_column } = manifest.locate(pointer);
  return { file, line, column, end_line, end_column };
}
