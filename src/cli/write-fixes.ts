import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyFixes } from "../engine/apply-fixes.ts";
import type { Finding } from "../model/generated/report.ts";
import { readSource } from "../workspace/read-source.ts";

/** One value that was written in place of another. */
export interface WrittenFix {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** Writes every fix offered, last byte first, so that offsets hold; returns what was changed, in order of the files. */
export function writeFixes(findings: readonly Finding[], root: string): readonly WrittenFix[] {
  const open = findings.filter((finding) => finding.state === "open");
  return [...new Set(open.map((finding) => finding.location.file))].flatMap((file) => {
    const fixes = open.flatMap(({ location, fix }) => (fix !== null && location.file === file ? [fix] : []));
    if (fixes.length === 0) return [];
    const before = readSource(root, file).bytes;
    const { bytes, applied } = applyFixes(before, fixes);
    writeFileSync(join(root, file), bytes);
    return applied.map((fix) => ({ file, ...placeOf(before, fix), to: fix.text }));
  });
}

/** Where a value stands, under which key, and what it is. */
function placeOf(bytes: Uint8Array, { start, end }: NonNullable<Finding["fix"]>) {
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  const ahead = text(0, start);
  const key = /([\w-]+)["']?\s*:\s*$/.exec(ahead)?.[1] ?? "";
  return { line: ahead.split(/\r\n?|\n/).length, key, from: text(start, end) };
}
