import type { Span } from "../model/document.ts";

/** Turns offsets of a text (UTF-16 units) into places for people and bytes for edits. */
export interface TextMap {
  /** The span from `start` up to, not including, `end`; offsets outside the text are drawn to its edges. */
  span(start: number, end: number): Span;
}

const BYTE_ORDER_MARK = 0xfeff;

/** A map of one text. Lines are found at the first call, so a map that is never asked costs nothing. */
export function createTextMap(file: string, text: string): TextMap {
  let lines: readonly number[] | undefined;
  const bytes = createByteCounter(text);
  return {
    span(start, end) {
      lines ??= lineStarts(text);
      const from = Math.max(0, Math.min(start, text.length));
      const to = Math.max(from, Math.min(end, text.length));
      const first = lineAt(lines, from);
      const last = lineAt(lines, to);
      return {
        file,
        line: first + 1,
        column: column(text, lines, first, from),
        end_line: last + 1,
        end_column: column(text, lines, last, to),
        start: bytes(from),
        end: bytes(to),
      };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A byte order mark takes no column: editors do not show it. */
function column(text: string, starts: readonly number[], line: number, offset: number): number {
  const hidden = line === 0 && offset > 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  return offset - (starts[line] ?? 0) + 1 - hidden;
}

const STEP = 1024;

/** Counts UTF-8 bytes before an offset, from the nearest of the marks set every `STEP` units. */
function createByteCounter(text: string): (offset: number) => number {
  const marks = [0];
  return (offset) => {
    const wanted = Math.floor(offset / STEP);
    while (marks.length <= wanted) {
      const at = (marks.length - 1) * STEP;
      marks.push((marks.at(-1) ?? 0) + utf8Length(text, at, at + STEP));
    }
    return (marks[wanted] ?? 0) + utf8Length(text, wanted * STEP, offset);
  };
}

/** Each half of a surrogate pair counts two of the pair's four bytes, so any offset may be a border. */
function utf8Length(text: string, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return length;
}
