import { fitItems } from "./fit-items.ts";

/** Markdown that was cut to a size: its text, the bytes it takes, and how many written lines were left out. */
interface FittedLines {
  readonly text: string;
  readonly size: number;
  readonly left: number;
}

/** As many lines of Markdown as fit into `room` bytes; a code block goes in whole or not at all, so that none stays open. */
export function fitLines(markdown: string, room: number): FittedLines {
  const pieces = piecesOf(markdown);
  const kept = fitItems(pieces, room);
  const left = pieces.slice(pieces.length - kept.left).join("\n");
  const text = kept.text.trimEnd();
  return {
    text,
    size: new TextEncoder().encode(text).length,
    left: left.split("\n").filter((line) => line.trim() !== "").length,
  };
}

/** Lines, those of a code block together. */
function piecesOf(markdown: string): readonly string[] {
  const pieces: string[] = [];
  let block: { readonly fence: string; readonly lines: string[] } | undefined;
  for (const line of markdown.split("\n")) {
    if (block === undefined) {
      const fence = /^ *(`{3,})/.exec(line)?.[1];
      if (fence === undefined) pieces.push(line);
      else block = { fence, lines: [line] };
      continue;
    }
    block.lines.push(line);
    if (line.trim() !== block.fence) continue;
    pieces.push(block.lines.join("\n"));
    block = undefined;
  }
  // A block that nothing closes would take in all that follows it, so it is one piece as well.
  return block === undefined ? pieces : [...pieces, block.lines.join("\n")];
}
