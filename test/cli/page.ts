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

/** Reads a page: headings of the second level are tests, what stands before the first is done in each of them. */
export function readPage(markdown: string): readonly PageTest[] {
  const [before = "", ...sections] = markdown.split(/^## /m);
  const common = stepsOf(before);
  return sections.map((section) => {
    const end = section.indexOf("\n");
    return { name: section.slice(0, end).trim(), steps: [...common, ...stepsOf(section.slice(end))] };
  });
}

function stepsOf(text: string): readonly Step[] {
  const steps: Step[] = [];
  for (const match of text.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$|^exit: (\d)$/gm)) {
    const [, language, file, body = "", exit] = match;
    if (file !== undefined) {
      steps.push(language === "diff" ? { kind: "edit", file, edits: editsOf(body) } : { kind: "file", file, text: body });
      continue;
    }
    const last = steps.at(-1);
    if (language === "sh") steps.push({ kind: "run", commands: body.trimEnd().split("\n"), exit: 0 });
    else if (last?.kind !== "run") throw new Error(`nothing was run before ${match[0].slice(0, 40)}`);
    else if (exit !== undefined) last.exit = Number(exit);
    else if (language === "stderr") last.err = body;
    else last.out = body;
  }
  return steps;
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
    return `${line.split("…").map(escape).join(".*")}\n`;
  });
  return new RegExp(`^${lines.join("").replace(/\n$/, "")}$`);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
