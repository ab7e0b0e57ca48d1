import type { Finding } from "../model/generated/report.ts";
import { visible } from "./visible.ts";

/** Lines of a file, counted from 1, and what they are once a fix is made. */
interface FixedLines {
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
}

const LINE_FEED = 10;

/**
 * The whole lines a fix changes, and their new text; `undefined` where a text block could not show that text as it is,
 * byte for byte, or would take away the line.
 */
export function fixedLines(
  bytes: Uint8Array,
  { start, end, text }: NonNullable<Finding["fix"]>,
): FixedLines | undefined {
  const from = start === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, start - 1) + 1;
  const after = bytes.indexOf(LINE_FEED, end);
  const to = after === -1 ? bytes.length : after;
  const decode = (part: Uint8Array) => new TextDecoder().decode(part);
  const fixed = `${decode(bytes.subarray(from, start))}${text}${decode(bytes.subarray(end, to))}`;
  const isPlain = fixed.split("\n").every((line) => visible(line) === line && !line.includes("<!--"));
  if (!isPlain || fixed.trimEnd() !== fixed || fixed === "") return undefined;
  const line = linesIn(bytes.subarray(0, from)) + 1;
  return { line, endLine: line + linesIn(bytes.subarray(from, to)), text: fixed };
}

function linesIn(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === LINE_FEED) count += 1;
  return count;
}
