import type { Fix } from "../model/generated/report.ts";
import { splice } from "./verify-fix.ts";

/** Bytes with fixes written into them, and which were: of two that overlap, only the one further down. */
export function applyFixes(
  bytes: Uint8Array,
  fixes: readonly Fix[],
): { readonly bytes: Uint8Array; readonly applied: readonly Fix[] } {
  const applied: Fix[] = [];
  let fixed = bytes;
  let limit = Number.POSITIVE_INFINITY;
  // Last byte first, so that offsets hold.
  for (const fix of fixes.toSorted((a, b) => b.start - a.start)) {
    if (fix.end > limit) continue;
    fixed = splice(fixed, fix);
    limit = fix.start;
    applied.unshift(fix);
  }
  return { bytes: fixed, applied };
}
