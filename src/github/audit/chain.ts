import { createHash } from "node:crypto";
import { jsonLine } from "../settings/json-line.ts";
import type { AuditRecord } from "./audit-record.ts";

/** Where a chain has come to: how many entries it has, and the hash of the last. */
export interface ChainEnd {
  readonly entries: number;
  readonly head: string;
}

/** The end of a chain that has no entry yet. */
export const NO_ENTRY: ChainEnd = { entries: 0, head: "0".repeat(64) };

/** Why a line cannot be the next entry of a chain. */
export type Break = "not-whole" | "edited" | "missing-before" | "out-of-order" | "other-chain";

/** Writes a record as the entry that follows `end`: one line, which ends with the SHA-256 of all that stands before. */
export function appendEntry(
  record: AuditRecord,
  { time, end }: { readonly time: Date; readonly end: ChainEnd },
): { readonly line: string; readonly end: ChainEnd } {
  const entries = end.entries + 1;
  const { kind, ...rest } = record;
  const body = jsonLine({ entry: entries, time: time.toISOString(), kind, ...rest, previous: end.head });
  const head = hashOf(body);
  return { line: `${body.slice(0, -1)},"hash":"${head}"}`, end: { entries, head } };
}

/** Reads a line as the entry that follows `end`. The bytes are hashed as they stand, so that no edit is too small to be seen. */
export function followEntry(line: string, end: ChainEnd): ChainEnd | Break {
  const [, start, head = ""] = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/s.exec(line) ?? [];
  if (start === undefined) return "not-whole";
  const body = `${start}}`;
  if (hashOf(body) !== head) return "edited";
  const [, number] = /^\{"entry":(\d+),/.exec(body) ?? [];
  const [, previous] = /"previous":"([0-9a-f]{64})"\}$/.exec(body) ?? [];
  const entries = Number(number);
  if (entries > end.entries + 1) return "missing-before";
  if (entries !== end.entries + 1) return "out-of-order";
  return previous === end.head ? { entries, head } : "other-chain";
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
