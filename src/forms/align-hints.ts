/** A line of a form, with what may be written there. */
export interface FormLine {
  readonly text: string;
  readonly hint?: string | undefined;
}

/** Most columns a line takes; a hint that would go beyond stands above its line. */
const WIDTH = 120;

/** Furthest column at which hints of neighbouring lines line up. */
const FURTHEST = 44;

/** Lines with their hints as comments at the end: lined up where lines follow each other, above where they are long. */
export function alignHints(lines: readonly FormLine[]): readonly string[] {
  const column = lines.map(() => 0);
  for (let from = 0; from < lines.length; from += 1) {
    let to = from;
    while (to < lines.length && lines[to]?.hint !== undefined) to += 1;
    const widths = lines.slice(from, to).map(({ text }) => text.length);
    column.fill(Math.max(0, ...widths.filter((width) => width <= FURTHEST)), from, to);
    from = to;
  }
  return lines.flatMap(({ text, hint }, index) => {
    if (hint === undefined || hint === "") return [text];
    const line = `${text.padEnd(column[index] ?? 0)}  # ${hint}`;
    if (line.length <= WIDTH) return [line];
    const margin = /^(?: |# )*/.exec(text)?.[0] ?? "";
    return [...wrap(hint, WIDTH - margin.length - 2).map((part) => `${margin}# ${part}`), text];
  });
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
