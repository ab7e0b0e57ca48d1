import type { EditedFile } from "./propose-edits.ts";

/** Unchanged lines shown around a change. */
const CONTEXT = 3;

/** Files before and after as one patch that `git apply` takes. */
export function unifiedDiff(files: readonly EditedFile[]): string {
  return files
    .map(({ file, before, after }) => {
      const hunks = hunksOf(changesIn(linesOf(before), linesOf(after)));
      return `--- a/${file}\n+++ b/${file}\n${hunks.join("")}`;
    })
    .join("");
}

type Line = { readonly sign: " " | "-" | "+"; readonly text: string };

/** Lines with their line ends, so that a last line without one can be told. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * The lines of both texts with what was taken out and put in. Edits only ever replace a line or add some, so that the
 * next line both texts share is found by looking a little ahead.
 */
function changesIn(before: readonly string[], after: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    if (before[left] !== undefined && before[left] === after[right]) {
      lines.push({ sign: " ", text: before[left] ?? "" });
      left += 1;
      right += 1;
      continue;
    }
    const [removed, added] = nextShared(before.slice(left), after.slice(right));
    lines.push(...before.slice(left, left + removed).map((text) => ({ sign: "-" as const, text })));
    lines.push(...after.slice(right, right + added).map((text) => ({ sign: "+" as const, text })));
    left += removed;
    right += added;
  }
  return lines;
}

/** How many lines to pass over on either side, as few as possible, until two following lines are the same. */
function nextShared(before: readonly string[], after: readonly string[]): readonly [number, number] {
  for (let sum = 1; sum < before.length + after.length; sum++) {
    for (let removed = 0; removed <= Math.min(sum, before.length); removed++) {
      const added = sum - removed;
      if (added > after.length) continue;
      const same = (step: number) => before[removed + step] === after[added + step];
      if (same(0) && same(1)) return [removed, added];
    }
  }
  return [before.length, after.length];
}

function hunksOf(lines: readonly Line[]): readonly string[] {
  const shown = new Set<number>();
  for (const [index, { sign }] of lines.entries()) {
    if (sign === " ") continue;
    for (let near = index - CONTEXT; near <= index + CONTEXT; near++) shown.add(near);
  }
  const hunks: string[] = [];
  let [left, right] = [1, 1];
  let open: { left: number; right: number; lines: Line[] } | undefined;
  const close = () => {
    if (open !== undefined) hunks.push(hunkText(open));
    open = undefined;
  };
  for (const [index, line] of lines.entries()) {
    if (shown.has(index)) {
      open ??= { left, right, lines: [] };
      open.lines.push(line);
    } else close();
    if (line.sign !== "+") left += 1;
    if (line.sign !== "-") right += 1;
  }
  close();
  return hunks;
}

function hunkText(hunk: {
  readonly left: number;
  readonly right: number;
  readonly lines: readonly Line[];
}): string {
  const count = (sign: Line["sign"]) => hunk.lines.filter((line) => line.sign !== sign).length;
  const body = hunk.lines.map(({ sign, text }) =>
    text.endsWith("\n") ? `${sign}${text}` : `${sign}${text}\n\\ No newline at end of file\n`,
  );
  return `@@ -${hunk.left},${count("+")} +${hunk.right},${count("-")} @@\n${body.join("")}`;
}
