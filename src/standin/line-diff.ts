/** A line of a hunk: kept, added or removed. */
export interface HunkLine {
  readonly kind: " " | "+" | "-";
  readonly text: string;
}

/** A run of changed lines with three lines around it. Line numbers count from 1, as in a unified diff. */
export interface Hunk {
  readonly beforeStart: number;
  readonly beforeLines: number;
  readonly afterStart: number;
  readonly afterLines: number;
  readonly lines: readonly HunkLine[];
}

const CONTEXT = 3;
/** Past this many differences the middle is shown as removed and added as a whole. */
const MOST_DIFFERENCES = 1000;

/** The hunks that turn one text into the other; none for equal texts. */
export function diffLines(before: string, after: string): Hunk[] {
  const [a, b] = [splitLines(before), splitLines(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const kept = (text: string): HunkLine => ({ kind: " ", text });
  return cutIntoHunks([
    ...a.slice(0, start).map(kept),
    ...shortestEdit(a.slice(start, endA), b.slice(start, endB)),
    ...a.slice(endA).map(kept),
  ]);
}

/** Lines with their line ends, so that a missing last one is a difference. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Myers' greedy algorithm, "An O(ND) Difference Algorithm and Its Variations" (1986). */
function shortestEdit(a: readonly string[], b: readonly string[]): HunkLine[] {
  const trace: Map<number, number>[] = [];
  const best = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= Math.min(a.length + b.length, MOST_DIFFERENCES); d += 1) {
    trace.push(new Map(best));
    for (let k = -d; k <= d; k += 2) {
      let x = stepsDown(best, k, d) ? (best.get(k + 1) ?? 0) : (best.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      best.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace);
    }
  }
  return [
    ...a.map((text) => ({ kind: "-" as const, text })),
    ...b.map((text) => ({ kind: "+" as const, text })),
  ];
}

function stepsDown(best: ReadonlyMap<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && (best.get(k - 1) ?? 0) < (best.get(k + 1) ?? 0));
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Map<number, number>[],
): HunkLine[] {
  const lines: HunkLine[] = [];
  let [x, y] = [a.length, b.length];
  for (const [index, best] of [...trace.entries()].reverse()) {
    const down = stepsDown(best, x - y, index);
    const k = down ? x - y + 1 : x - y - 1;
    const startX = best.get(k) ?? 0;
    const startY = startX - k;
    const [fromX, fromY] = index === 0 ? [0, 0] : [down ? startX : startX + 1, down ? startY + 1 : startY];
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      lines.push({ kind: " ", text: a[x] ?? "" });
    }
    if (index === 0) break;
    lines.push(down ? { kind: "+", text: b[startY] ?? "" } : { kind: "-", text: a[startX] ?? "" });
    [x, y] = [startX, startY];
  }
  return lines.reverse();
}

function cutIntoHunks(lines: readonly HunkLine[]): Hunk[] {
  const hunks: Hunk[] = [];
  const changed = lines.flatMap((line, index) => (line.kind === " " ? [] : [index]));
  let [seen, before, after] = [0, 1, 1];
  while (changed.length > 0) {
    const from = Math.max(0, (changed[0] ?? 0) - CONTEXT);
    let last = changed.shift() ?? 0;
    while (changed[0] !== undefined && changed[0] - last <= 2 * CONTEXT) last = changed.shift() ?? last;
    before += count(lines.slice(seen, from), "+");
    after += count(lines.slice(seen, from), "-");
    const part = lines.slice(from, last + CONTEXT + 1);
    const [beforeLines, afterLines] = [count(part, "+"), count(part, "-")];
    hunks.push({
      beforeStart: beforeLines === 0 ? before - 1 : before,
      beforeLines,
      afterStart: afterLines === 0 ? after - 1 : after,
      afterLines,
      lines: part,
    });
    before += beforeLines;
    after += afterLines;
    seen = from + part.length;
  }
  return hunks;
}

/** How many lines stand on one side: all but those of the other side's kind. */
function count(lines: readonly HunkLine[], except: "+" | "-"): number {
  return lines.filter((line) => line.kind !== except).length;
}
