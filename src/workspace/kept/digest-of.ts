import { createHash } from "node:crypto";

/** SHA-256 over parts in their order, in lower-case hex. Each part counts with its length, so that no two lists run into one. */
export function digestOf(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}
