import type { FileProblem, Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import { type FileWords, fileFinding } from "./file-findings.ts";

/** Something about where a manifest stands or went. */
export interface Misplacement extends FileWords {
  readonly file: string;
  readonly rule: string;
  /** The top of the file where it is left out. */
  readonly location?: FileProblem["location"];
}

/** The finding about it, in one language; it blocks. */
export function placementFinding(misplacement: Misplacement, language: Language): Finding {
  const { file, rule, message, help, location } = misplacement;
  const top = { file, line: 1, column: 1, end_line: 1, end_column: 1 };
  const about = { stage: "limits", kind: "Manifest", location: location ?? top, pointer: "" } as const;
  const problem = { ...about, message: message.en, help: help.en };
  return fileFinding(problem, language, { rule, words: { message, help } });
}

/** The place of a value of a manifest, without its bytes. */
export function placeOf(manifest: Manifest, pointer: string): FileProblem["location"] {
  const { file, line, column, end_line, end_column } = manifest.locate(pointer);
  return { file, line, column, end_line, end_column };
}
