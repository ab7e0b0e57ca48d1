import type { FileProblem } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import { renderProblem } from "../render/render-problem.ts";
import { FAILED, type Io } from "./io.ts";

/** Prints what is wrong with policies, registry and the like to standard error; the exit code is that of a failure. */
export function printProblems(
  problems: readonly FileProblem[],
  sources: readonly Pick<Source, "file" | "bytes">[],
  io: Io,
  left = "nothing was judged",
): number {
  const text = (file: string) => {
    const source = sources.find((candidate) => candidate.file === file);
    return source === undefined ? undefined : new TextDecoder().decode(source.bytes);
  };
  for (const problem of problems) {
    io.err(`${renderProblem(problem, { text, color: io.terminal && !io.env.NO_COLOR, language: "en" })}\n`);
  }
  io.err(`${problems.length} ${problems.length === 1 ? "problem" : "problems"}; ${left}\n`);
  return FAILED;
}
