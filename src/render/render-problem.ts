import type { FileProblem } from "../model/document.ts";
import { diagnosticText, type TerminalOptions, terminal } from "./diagnostic.ts";

/** Something wrong with a file itself, for a terminal, in the shape of a finding: `error[policy-schema]: …`. */
export function renderProblem(problem: FileProblem, options: TerminalOptions): string {
  const { message, location, help } = problem;
  const diagnostic = {
    name: `error[${problemName(problem)}]`,
    colour: "red",
    message,
    location,
    notes: [["help", help]],
  } as const;
  return `${diagnosticText(diagnostic, terminal(options))}\n`;
}

/** The rule id of a problem: `manifest-syntax`, `file-limits` where the kind is unknown. */
export function problemName({ kind, stage }: Pick<FileProblem, "kind" | "stage">): string {
  return `${(kind ?? "file").toLowerCase()}-${stage}`;
}
