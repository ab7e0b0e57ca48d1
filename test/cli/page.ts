/** One test of a page: what stands under a heading, with what the page sets up for all of them. */
export interface PageTest {
  readonly name: string;
  readonly steps: readonly Step[];
}

export type Step =
  /** A file as written, or the manifest that passes with some of its text exchanged. */
  | { readonly kind: "file"; readonly file: string; readonly text: string }
  | { readonly kind: "edit"; readonly file: string; readonly edits: readonly Edit[] }
  /** `bylaw …` in process, anything else in a shell; the exit code is that of the last `bylaw`. */
  | { readonly kind: "run"; readonly commands: readonly string[]; exit: number; out?: string; err?: string };

export interface Edit {
  readonly from: string;
  readonly to: string;
}

/** A heading of the second level, a fence (of more backticks where it holds one), or an exit code. */
const PARTS = /^## (.+)$|^(`{3,})(\w+)(?: file=(\S+))?\n([\s\S]*?)^\2$|^exit: (\d)$/gm;

/** Reads a page: headings of the second level are tests, what stands before the first is done in each of them. */
export function readPage(markdown: string): readonly PageTest[] {
  const [common, ...tests] = readParts(markdown);
  return tests.map(({ name, steps }) => ({
    name,
    steps: [...structuredClone(common?.steps ?? []), ...steps],
  }));
}

/** Reads a guide: one story, all of its steps in order. */
export function readGuide(markdown: string): readonly Step[] {
  return readParts(markdown).flatMap(({ steps }) => steps);
}

/** What stands before the first heading, without a name, and what stands under each. */
function readParts(markdown: string): readonly PageTest[] {
  let steps: Step[] = [];
  const parts = [{ name: "", steps }];
  for (const [, heading, , language, file, body = "", exit] of markdown.matchAll(PARTS)) {
    if (heading !== undefined) {
      steps = [];
      parts.push({ name: heading, steps });
    } else if (file !== undefined) steps.push(fileStep(language, file, body));
    else if (language === "sh") steps.push({ kind: "run", commands: body.trimEnd().split("\n"), exit: 0 });
    else expectOf(steps.at(-1), language, body, exit);
  }
  return parts;
}

function fileStep(language: string | undefined, file: string, body: string): Step {
  return language === "diff"
    ? { kind: "edit", file, edits: editsOf(body) }
    : { kind: "file", file, text: body };
}

/** What a page expects of the commands before it. */
function expectOf(
  step: Step | undefined,
  language: string | undefined,
  body: string,
  exit: string | undefined,
): void {
  if (step?.kind !== "run") throw new Error(`no command stands before ${body || `exit: ${exit}`}`);
  if (exit !== undefined) step.exit = Number(exit);
  else if (language === "stderr") step.err = body;
  else step.out = body;
}

/** Lines that begin with `-` give way to the lines with `+` after them; what follows the sign is text within a line or lines. */
function editsOf(body: string): readonly Edit[] {
  return [...body.matchAll(/((?:^-.*\n)+)((?:^\+.*\n)*)/gm)].map(([, from = "", to = ""]) => ({
    from: from.replace(/^-/gm, "").trimEnd(),
    to: to.replace(/^\+/gm, "").trimEnd(),
  }));
}

/** Whether output is what a page shows: a line `…` stands for any lines, `…` within a line for any text. */
export function patternOf(expected: string): RegExp {
  const lines = expected.split("\n").map((line) => {
    if (line === "…") return "(?:.*\\n)*?";
    return `${line.split("…").map(escapePattern).join(".*")}\n`;
  });
  return new RegExp(`^${lines.join("").replace(/\n$/, "")}$`);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
