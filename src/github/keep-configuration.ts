import { at } from "./answer.ts";
import type { BoundedCache } from "./bounded-cache.ts";
import { blobSha } from "./git-objects.ts";

/**
 * Keeps the configuration at the base of a pull request, in the shape of the query `PULL_REQUEST`, so that what it
 * asks for can go along with the files. A text that is not exactly the blob is not kept, and read like any other file.
 */
export function keepConfiguration(pull: unknown, blobs: BoundedCache<Uint8Array>): void {
  const entry = at(pull, "configured", "target", "file");
  const text = at(entry, "object", "text");
  if (typeof text !== "string") return;
  const bytes = Buffer.from(text, "utf8");
  const sha = blobSha(bytes);
  if (sha === at(entry, "oid")) blobs.set(sha, bytes, bytes.byteLength + 100);
}
