import { codeSpan } from "./code-span.ts";
import { oneLine } from "./visible.ts";

/** One long text must not use up the room of all the others. */
const LONGEST = 2_000;

/**
 * A message as Markdown: its parts in backticks become code spans, the rest is escaped so that it can be
 * nothing but text: no markup, link, mention, reference, formula or comment.
 */
export function inline(text: string): string {
  const whole = oneLine(text);
  const cut = whole.length > LONGEST ? `${whole.slice(0, LONGEST).replace(/\p{Cs}$/u, "")}…` : whole;
  const parts = cut.split(/(`[^`]+`)/);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return escapeProse(part);
      // Two spans that touch would be read as one.
      const touches = index > 1 && parts[index - 1] === "";
      return `${touches ? GAP : ""}${codeSpan(part.slice(1, -1))}`;
    })
    .join("");
}

/** Zero-width space as an entity: it ends a word for GitHub's mention and link filters and stays readable in the source. */
const GAP = "&#8203;";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
  $: "&#36;",
  "@": `@${GAP}`,
  "#": `#${GAP}`,
};

function escapeProse(text: string): string {
  return text
    .replace(/[\\`*_[\]~]|[&<>|$@#]/g, (character) => ENTITIES[character] ?? `\\${character}`)
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replaceAll("//", `/${GAP}/`)
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}${GAP}.`);
}
