import type { FileProblem } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import { codeFrame } from "../render/code-frame.ts";
import { FAILED, type Io } from "./io.ts";

/** Prints what is wrong with policies, registry and the like to standard error; the exit code is that of a failure. */
export function printProblems(problems: readonly FileProblem[], sources: readonly Source[], io: Io): number {
  for (const problem of problems) {
    const { location } = problem;
    const source = sources.find((candidate) => candidate.file === location.file);
    io.err(`error[${(problem.kind ?? "file").toLowerCase()}-${problem.stage}]: ${problem.message}\n`);
    const text = source === undefined ? undefined : new TextDecoder().decode(source.bytes);
    io.err(`${codeFrame(location, text)}\n   = help: ${problem.help}\n\n`);
  }
  io.err(`${problems.length} ${problems.length === 1 ? "problem" : "problems"}; nothing was judged\n`);
  return FAILED;
}
