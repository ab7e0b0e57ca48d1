import { closeSync, lstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { FileMode, Source } from "../model/source.ts";

/** Bytes read of one file at most: enough for the loader to see that it is over its limit. */
const READ_LIMIT = 512 * 1024;

/**
 * One file of the working tree as a source. A link, a folder or a device is not opened: its mode says what
 * it is, and the loader refuses it, as it does an executable file.
 */
export function readSource(root: string, file: string, limit = READ_LIMIT): Source {
  const path = join(root, file);
  const stat = lstatSync(path);
  if (!stat.isFile())
    return { file, bytes: new Uint8Array(), mode: stat.isSymbolicLink() ? "120000" : "160000" };
  const mode: FileMode = (stat.mode & 0o111) === 0 ? "100644" : "100755";
  const size = Math.min(stat.size, limit);
  const bytes = new Uint8Array(size);
  const descriptor = openSync(path, "r");
  try {
    for (let at = 0; at < size; ) {
      const count = readSync(descriptor, bytes, at, size - at, at);
      if (count === 0) break;
      at += count;
    }
  } finally {
    closeSync(descriptor);
  }
  return { file, bytes, mode };
}
