import type { FileProblem, Location } from "../model/document.ts";
import { diagnosticText, type Terminal, type TerminalOptions, terminal } from "./diagnostic.ts";
import { visible } from "./visible.ts";

/** Something wrong with a file itself, for a terminal, in the shape of a finding: `error[policy-schema]: …`. */
export function renderProblem(problem: FileProblem, options: TerminalOptions): string {
  const { message, location, help, witness } = problem;
  const on = terminal(options);
  const diagnostic = {
    name: `error[${problemName(problem)}]`,
    colour: "red",
    message,
    location,
    notes: [["help", help]],
  } as const;
  return `${diagnosticText(diagnostic, on)}\n${witness === undefined ? "" : witnessText(witness, location, on)}`;
}

/** In line with the notes above it, which leave room for the number of the line. */
function witnessText(witness: string, { line }: Location, { say, paint }: Terminal): string {
  const indent = " ".repeat(Math.max(2, String(line).length) + 1);
  const lines = witness.trimEnd().split("\n").map(visible);
  const head = `${indent}${paint("=", "bold", "blue")} ${paint(`${say("witness")}:`, "bold")}`;
  return [head, ...lines.map((text) => `${indent}    ${text}`)].map((text) => `${text}\n`).join("");
}

/** The rule id of a problem: `manifest-syntax`, `file-limits` where the kind is unknown. */
export function problemName({ kind, stage }: Pick<FileProblem, "kind" | "stage">): string {
  return `${(kind ?? "file").toLowerCase()}-${stage}`;
}
