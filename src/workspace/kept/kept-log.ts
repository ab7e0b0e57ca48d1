import { createHmac } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { digestOf } from "./digest-of.ts";

/** What runs have left for later ones, by key: one file that is only added to, read when it is opened. */
export interface KeptLog {
  /** The value kept last under a key; `undefined` where there is none, or where its line is damaged. */
  find(key: string): string | undefined;
  /** Keeps a value, one line of text, from the next `write` on. */
  keep(key: string, value: string): void;
  /** Adds what was kept to the file. A file that cannot be written is left as it is, and nothing fails. */
  write(): void;
  /** Lines that are no entry, or whose checksum is another. They count for nothing. */
  readonly damaged: number;
}

const NEW_LINE = 10;
const KEY = /^[0-9a-f]{64}$/;
/** Characters of the checksum, which stands between key and value. */
const SUM = 16;
const VALUE_AT = 64 + 1 + SUM + 1;

/**
 * Opens a log. Keys are SHA-256 in hex; each line is `key checksum value`. A file that cannot be read is an empty
 * log; one that would grow beyond `most` bytes is written anew, with the newest entries that fit into half of that.
 * With a secret the checksum cannot be made without it: then it shows malice too, not damage alone.
 */
export function openLog(file: string, most: number, secret?: string): KeptLog {
  const checksum = checksumWith(secret);
  const bytes = readWhole(file, most);
  const { entries, torn } = indexOf(bytes);
  let damaged = torn;
  const added = new Map<string, string>();

  return {
    get damaged() {
      return damaged;
    },
    find(key) {
      const fresh = added.get(key);
      if (fresh !== undefined) return fresh;
      const place = entries.get(key);
      if (place === undefined) return undefined;
      const [start, end] = place;
      const value = bytes.toString("utf8", start + VALUE_AT, end);
      if (bytes.toString("latin1", start + 65, start + 65 + SUM) === checksum(key, value)) return value;
      damaged += 1;
      entries.delete(key);
      return undefined;
    },
    keep: (key, value) => void added.set(key, value),
    write() {
      const lines = [...added].map(([key, value]) => `${key} ${checksum(key, value)} ${value}\n`);
      added.clear();
      if (lines.length === 0) return;
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        const text = lines.join("");
        if (damaged > 0 || sizeOf(file) + Buffer.byteLength(text) > most) rewrite(file, bytes, entries, most);
        // One write of whole lines, on a line of its own whatever another process left there.
        appendFileSync(file, `\n${text}`, { mode: 0o600 });
      } catch {
        // Nothing is kept: the next run does the work again.
      }
    },
  };
}

type Place = readonly [start: number, end: number];

function readWhole(file: string, most: number): Buffer {
  try {
    // One that is larger than any run leaves it was not written here.
    return sizeOf(file) > 2 * most ? Buffer.alloc(0) : readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Where the last line of each key stands, oldest first. Whether its checksum holds is seen when it is asked for. */
function indexOf(bytes: Buffer): { readonly entries: Map<string, Place>; readonly torn: number } {
  const entries = new Map<string, Place>();
  let torn = 0;
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(NEW_LINE, start);
    const end = found === -1 ? bytes.length : found;
    const key = bytes.toString("latin1", start, start + 64);
    if (found !== -1 && end >= start + VALUE_AT && KEY.test(key)) {
      entries.delete(key);
      entries.set(key, [start, end]);
    } else if (end > start) torn += 1;
    start = end + 1;
  }
  return { entries, torn };
}

function checksumWith(secret: string | undefined): (key: string, value: string) => string {
  if (secret === undefined) return (key, value) => digestOf([key, value]).slice(0, SUM);
  // A key has one length, so that key and value cannot run into one another.
  return (key, value) => createHmac("sha256", secret).update(key).update(value).digest("hex").slice(0, SUM);
}

/** Writes the newest entries into a new file that takes the place of the old one. What others add meanwhile is lost, and made again. */
function rewrite(file: string, bytes: Buffer, entries: ReadonlyMap<string, Place>, most: number): void {
  const kept: Buffer[] = [];
  let room = most / 2;
  for (const [start, end] of [...entries.values()].reverse()) {
    room -= end + 1 - start;
    if (room < 0) break;
    kept.unshift(bytes.subarray(start, end + 1));
  }
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, Buffer.concat(kept), { mode: 0o600 });
  renameSync(beside, file);
}
