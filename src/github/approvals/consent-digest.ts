import { createHash } from "node:crypto";
import type { Consent } from "./weigh-approvals.ts";

/** What the approving reviews on one of the changes a head belongs to come to. */
interface Weighed {
  readonly change: { readonly number: number; readonly branch: string };
  readonly consent: Consent;
}

/**
 * A short name for what approving reviews come to, 16 hex digits; `undefined` where they come to nothing, as none do or those
 * of people whom no group names.
 */
export function consentDigest(weighed: readonly Weighed[]): string | undefined {
  const all = weighed.flatMap(({ change: { number, branch }, consent }) =>
    [
      ...consent.approvals.map(({ group, user }) => ["for", group, user.toLowerCase()]),
      ...consent.contributing.map((user) => ["theirs", user.toLowerCase()]),
      ...(consent.unlinked.length > 0 || consent.tooMany ? [["unclear"]] : []),
    ].map((part) => JSON.stringify([number, branch, ...part])),
  );
  if (all.length === 0) return undefined;
  return createHash("sha256").update(all.sort().join("\n")).digest("hex").slice(0, 16);
}
