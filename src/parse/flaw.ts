import type { DocumentKind, FileProblem, ProblemStage } from "../model/document.ts";
import { MAX_PROBLEMS } from "./limits.ts";
import type { TextMap } from "./text-map.ts";

/** A problem by its offsets in the text, before it is given line and column. */
export interface Flaw {
  readonly stage: ProblemStage;
  readonly start: number;
  readonly end: number;
  readonly pointer?: string;
  readonly message: string;
  readonly help: string;
}

/** Flaws as problems, in the order of the text, at most `MAX_PROBLEMS`; the rest are counted. */
export function toProblems(
  flaws: readonly Flaw[],
  map: TextMap,
  kind: DocumentKind | null,
): readonly FileProblem[] {
  const ordered = [...flaws].sort((a, b) => a.start - b.start || a.end - b.end);
  const shown = ordered.length > MAX_PROBLEMS ? ordered.slice(0, MAX_PROBLEMS - 1) : ordered;
  const problems = shown.map((flaw) => toProblem(flaw, map, kind));
  const next = ordered[shown.length];
  if (next === undefined) return problems;
  const rest: Flaw = {
    ...next,
    pointer: "",
    message: `${ordered.length - shown.length} more problems stand from here on; the limit shown is ${MAX_PROBLEMS}`,
    help: "mend the problems above and run again",
  };
  return [...problems, toProblem(rest, map, kind)];
}

function toProblem(flaw: Flaw, map: TextMap, kind: DocumentKind | null): FileProblem {
  const { file, line, column, end_line, end_column } = map.span(flaw.start, flaw.end);
  return {
    stage: flaw.stage,
    kind,
    location: { file, line, column, end_line, end_column },
    pointer: flaw.pointer ?? "",
    message: flaw.message,
    help: flaw.help,
  };
}
