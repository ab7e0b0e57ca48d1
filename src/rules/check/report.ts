import type { Document, FileProblem } from "../../model/document.ts";

/** Notes that something at a JSON pointer of one file is refused: what is wrong, and what to do. */
export type Report = (pointer: string, message: string, help: string, where?: "value" | "key") => void;

/** A report for one file that adds to `problems`. */
export function reportInto(problems: FileProblem[], document: Document<unknown>): Report {
  return (pointer, message, help, where = "value") => {
    const span = where === "key" ? document.locateKey(pointer) : document.locate(pointer);
    const { file, line, column, end_line, end_column } = span;
    problems.push({
      stage: "language",
      kind: document.kind,
      location: { file, line, column, end_line, end_column },
      pointer,
      message,
      help,
    });
  };
}
