import { sha256 as hash } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of bytes or of a text's UTF-8, in lower-case hex. */
export function sha256(input: Uint8Array | string): string {
  return bytesToHex(hash(typeof input === "string" ? utf8ToBytes(input) : input));
}
