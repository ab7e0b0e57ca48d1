import type { Location } from "../model/document.ts";
import type { Language } from "../model/language.ts";
import { codeFrame } from "./code-frame.ts";
import { isolate } from "./isolate.ts";
import { type Colour, type Paint, painter } from "./paint.ts";
import { oneLine, visible } from "./visible.ts";
import { type Say, sayIn, type Word } from "./words.ts";

export interface TerminalOptions {
  /** The text of a file that is pointed into; without it the place is named and no line is shown. */
  text(file: string): string | undefined;
  readonly color: boolean;
  readonly language: Language;
}

/** What is being printed to: its words, its colours, and the lines of the files. */
export interface Terminal {
  readonly say: Say;
  readonly paint: Paint;
  lines(file: string): readonly string[] | undefined;
}

export interface Diagnostic {
  /** What it is, such as `block[RET-01]`. */
  readonly name: string;
  readonly colour: Colour;
  readonly message: string;
  readonly location: Location;
  /** Lines under it, each with its label; may hold anything. */
  readonly notes: readonly (readonly [Word, string])[];
}

/** A terminal that splits each file into lines once. */
export function terminal({ text, color, language }: TerminalOptions): Terminal {
  const known = new Map<string, readonly string[] | undefined>();
  return {
    say: sayIn(language),
    paint: painter(color),
    lines(file) {
      if (!known.has(file)) known.set(file, text(file)?.split(/\r?\n/));
      return known.get(file);
    },
  };
}

/** Something to tell about a place in a file, with its line and a mark under it; hidden characters are written out. */
export function diagnosticText(diagnostic: Diagnostic, on: Terminal): string {
  const { name, colour, message, location, notes } = diagnostic;
  const { say, paint } = on;
  const gutter = Math.max(2, String(location.line).length);
  const indent = " ".repeat(gutter + 1);
  return [
    `${paint(visible(name), "bold", colour)}${paint(`: ${isolate(oneLine(message))}`, "bold")}`,
    `${" ".repeat(gutter - 1)}${paint("-->", "bold", "blue")} ${placeText(location)}`,
    ...frameLines(diagnostic, gutter, on),
    ...notes.map(
      ([word, text]) =>
        `${indent}${paint("=", "bold", "blue")} ${paint(`${say(word)}:`, "bold")} ${isolate(oneLine(text))}`,
    ),
  ].join("\n");
}

function placeText({ file, line, column }: Location): string {
  return `${isolate(visible(file))}:${line}:${column}`;
}

function frameLines({ location, colour }: Diagnostic, gutter: number, on: Terminal): readonly string[] {
  const { say, paint, lines } = on;
  const source = lines(location.file)?.[location.line - 1];
  if (source === undefined) return [];
  const { line, mark } = codeFrame(source, location);
  const rest = location.end_line > location.line ? ` ${say("toLine", { line: location.end_line })}` : "";
  const bar = paint("|", "bold", "blue");
  const empty = `${" ".repeat(gutter + 1)}${bar}`;
  const number = paint(String(location.line).padStart(gutter), "bold", "blue");
  const carets = mark.replace(/\^+$/, (run) => paint(run, "bold", colour));
  return [empty, `${number} ${bar} ${line}`.trimEnd(), `${empty} ${carets}${rest}`];
}
