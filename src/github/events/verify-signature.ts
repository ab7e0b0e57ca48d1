import { createHmac, timingSafeEqual } from "node:crypto";

/** A signature to be compared with a body that arrives in pieces. */
export interface SignatureCheck {
  add(chunk: Uint8Array): void;
  /** True where the pieces together are what the secret's holder signed. */
  matches(): boolean;
}

/**
 * Begins to verify GitHub's `X-Hub-Signature-256`; `undefined` where the header is none. The comparison
 * takes the same time wherever the two differ.
 */
export function verifySignature(header: string | undefined, secret: string): SignatureCheck | undefined {
  const hex = /^sha256=([0-9a-f]{64})$/.exec(header ?? "")?.[1];
  if (hex === undefined) return undefined;
  const hmac = createHmac("sha256", secret);
  return {
    add(chunk) {
      hmac.update(chunk);
    },
    matches() {
      return timingSafeEqual(hmac.digest(), Buffer.from(hex, "hex"));
    },
  };
}
