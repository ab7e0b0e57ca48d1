import type { ReportLocation } from "../model/generated/report.ts";
import { cellWidth } from "./cell-width.ts";
import { isolateLine } from "./isolate.ts";
import { visible } from "./visible.ts";

/** The line a finding points at, ready to print, and the mark that stands under its exact columns. */
export interface CodeFrame {
  readonly line: string;
  readonly mark: string;
}

interface Piece {
  /** What is printed for one code point. */
  readonly text: string;
  /** First cell it takes. */
  readonly from: number;
  /** Cell after it. */
  readonly to: number;
}

const TAB = 4;
const WIDEST = 96;
/** Cells shown before the mark where a long line is cut on the left. */
const LEAD = 32;
/** UTF-16 units of a line laid out on each side of a place: more than fill the window, however narrow. */
const NEARBY = 512;

/**
 * One line of a file with its mark: tabs expanded, hidden characters written out, wide ones counted, long
 * lines cut to a window around the mark. A place over several lines is marked on its first one.
 */
export function codeFrame(source: string, place: ReportLocation): CodeFrame {
  const near = nearby(source, place);
  const { pieces, from, to } = layOut(near.text, near.place);
  const width = pieces.at(-1)?.to ?? 0;
  const left = width <= WIDEST ? 0 : Math.max(0, Math.min(from - LEAD, width - WIDEST));
  const shown = pieces.filter((piece) => piece.from >= left && piece.to <= left + WIDEST);
  const first = shown[0]?.from ?? 0;
  const last = shown.at(-1)?.to ?? 0;
  const before = first > 0 || near.isCutBefore ? "…" : "";
  const after = last < width || near.isCutAfter ? "…" : "";
  const text = shown.map((piece) => piece.text).join("");
  const length = Math.max(1, Math.min(to, Math.max(last, from + 1)) - from);
  return {
    line: isolateLine(`${before}${text}${after}`.trimEnd()),
    mark: " ".repeat(from - first + before.length) + "^".repeat(length),
  };
}

/** The part of a very long line that the window can show, so that a line costs no more for being long. */
function nearby(source: string, place: ReportLocation) {
  const start = place.column - 1;
  const begin = onBoundary(source, Math.max(0, start - NEARBY));
  const end = onBoundary(source, Math.min(source.length, start + NEARBY));
  return {
    text: source.slice(begin, end),
    place: { ...place, column: place.column - begin, end_column: place.end_column - begin },
    isCutBefore: begin > 0,
    isCutAfter: end < source.length,
  };
}

/** An index that stands inside a pair of surrogates, moved before it. */
function onBoundary(source: string, index: number): number {
  return /^[\uDC00-\uDFFF]/.test(source.charAt(index)) ? index - 1 : index;
}

/** The pieces of the line, and the cells the place begins and ends at. */
function layOut(source: string, place: ReportLocation): { pieces: Piece[]; from: number; to: number } {
  const start = place.column - 1;
  const end = place.end_line > place.line ? source.length : place.end_column - 1;
  const pieces: Piece[] = [];
  let unit = 0;
  let cell = 0;
  let from: number | undefined;
  let to: number | undefined;
  for (const character of source) {
    if (from === undefined && unit + character.length > start) from = cell;
    if (to === undefined && unit >= end) to = cell;
    const text = character === "\t" ? " ".repeat(TAB - (cell % TAB)) : visible(character);
    const next = cell + [...text].reduce((sum, one) => sum + cellWidth(one), 0);
    pieces.push({ text, from: cell, to: next });
    cell = next;
    unit += character.length;
  }
  return { pieces, from: from ?? cell, to: to ?? cell };
}
