import type { Source } from "../../model/source.ts";
import { at } from "../api/answer.ts";
import type { BoundedCache } from "../api/bounded-cache.ts";
import { blobSha } from "../api/git-objects.ts";
import { CONFIGURATION_FILE } from "./select-files.ts";

/**
 * Gives the configuration at the base of a pull request, in the shape of the query `PULL_REQUEST`, and keeps it so that
 * what it asks for can go along with the files. A text that is not exactly the blob is none, and read like any other file.
 */
export function keepConfiguration(
  pull: unknown,
  blobs: BoundedCache<Uint8Array> | undefined,
): Source | undefined {
  const entry = at(pull, "configured", "target", "file");
  const text = at(entry, "object", "text");
  if (typeof text !== "string") return undefined;
  const bytes = Buffer.from(text, "utf8");
  const sha = blobSha(bytes);
  if (sha !== at(entry, "oid")) return undefined;
  blobs?.set(sha, bytes, bytes.byteLength + 100);
  return { file: CONFIGURATION_FILE, bytes, mode: "100644" };
}
