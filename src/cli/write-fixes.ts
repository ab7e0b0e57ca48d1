import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { splice } from "../engine/verify-fix.ts";
import type { Finding } from "../model/generated/report.ts";
import { readSource } from "../workspace/read-source.ts";

/** Writes every fix offered, last byte first, so that offsets hold; returns how many each file got. */
export function writeFixes(findings: readonly Finding[], root: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const open = findings.filter((finding) => finding.state === "open");
  for (const file of new Set(open.map((finding) => finding.location.file))) {
    const fixes = open.flatMap(({ location, fix }) => (fix !== null && location.file === file ? [fix] : []));
    if (fixes.length === 0) continue;
    let bytes = readSource(root, file).bytes;
    let before = Number.POSITIVE_INFINITY;
    for (const fix of fixes.sort((a, b) => b.start - a.start)) {
      if (fix.end > before) continue;
      bytes = splice(bytes, fix);
      before = fix.start;
      counts.set(file, (counts.get(file) ?? 0) + 1);
    }
    writeFileSync(join(root, file), bytes);
  }
  return counts;
}
