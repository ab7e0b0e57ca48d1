import { type PageExample, pageExamples } from "../engine/page-examples.ts";

/** The hand-written page of a policy, taken apart: Markdown in English. */
export interface PageProse {
  readonly why: string;
  readonly sources: string;
  readonly rules: ReadonlyMap<string, RuleProse>;
}

/** What the page says of one rule. */
export interface RuleProse {
  /** What the rule asks for, in a sentence or two. */
  readonly summary: string;
  readonly examples: readonly NotedExample[];
  readonly comply: string;
}

/** An executed example, with the words that stand before it. */
export interface NotedExample {
  readonly note: string;
  readonly example: PageExample;
}

/** Takes the page of a policy apart by its headings; what it does not have is empty. */
export function pageProse(markdown: string): PageProse {
  const sections = sectionsOf(markdown);
  const examples = new Map(pageExamples(markdown).map((example) => [example.line, example]));
  const named = (name: string) => sections.find(({ path }) => path[1] === name && path.length === 2);
  const rules = sections.filter(({ path }) => path.length === 3 && path[1] === "Rules");
  return {
    why: textOf(named("Why")),
    sources: textOf(named("Sources")),
    rules: new Map(
      rules.map((rule) => {
        const name = rule.path[2] ?? "";
        const below = sections.filter(({ path }) => path.length === 4 && path[2] === name);
        const part = (heading: string) => below.find(({ path }) => path[3] === heading);
        return [
          name.split(/\s/)[0] ?? "",
          {
            summary: textOf(rule),
            comply: textOf(part("How to comply")),
            examples: below.flatMap((section) => notedExamples(section, examples)),
          },
        ];
      }),
    ),
  };
}

interface Section {
  /** Its heading and those above it, outermost first. */
  readonly path: readonly string[];
  /** Number of its first line, from 1. */
  readonly from: number;
  readonly lines: readonly string[];
}

function sectionsOf(markdown: string): readonly Section[] {
  const sections: { path: readonly string[]; from: number; lines: string[] }[] = [];
  let path: readonly string[] = [];
  let inFence = false;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    if (line.startsWith("```")) inFence = !inFence;
    const heading = inFence ? null : /^(#+)\s+(.*?)\s*$/.exec(line);
    if (heading === null) sections.at(-1)?.lines.push(line);
    else {
      path = [...path.slice(0, (heading[1] ?? "").length - 1), heading[2] ?? ""];
      sections.push({ path, from: index + 2, lines: [] });
    }
  }
  return sections;
}

function textOf(section: Section | undefined): string {
  return (section?.lines ?? []).join("\n").trim();
}

/** Examples in order; what stands between one and the one before belongs to the later. */
function notedExamples(
  { lines, from }: Section,
  examples: ReadonlyMap<number, PageExample>,
): readonly NotedExample[] {
  const noted: NotedExample[] = [];
  let note: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const example = examples.get(from + index);
    if (example === undefined) note.push(lines[index] ?? "");
    else {
      noted.push({ note: note.join("\n").trim(), example });
      note = [];
      index += example.yaml.split("\n").length;
    }
  }
  return noted;
}
