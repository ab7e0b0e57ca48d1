/** Name of every check run of ours; branch rules of other people rely on it. */
export const CHECK_NAME = "bylaw";

/** What a check's `external_id` says: the key it was made for and, once complete, until when it holds. */
export interface CheckIdentity {
  readonly key: string;
  /** Exclusive, `YYYY-MM-DD`; `undefined` while nothing was decided, so that a sweep tries again. */
  readonly validUntil: string | undefined;
}

/** Writes a check's identity as its `external_id`. */
export function toExternalId({ key, validUntil }: CheckIdentity): string {
  return validUntil === undefined ? `bylaw:1:${key}` : `bylaw:1:${key}:${validUntil}`;
}

/** Reads what `toExternalId` wrote; anything else is no identity of ours. */
export function fromExternalId(externalId: string | undefined): CheckIdentity | undefined {
  const match = /^bylaw:1:([0-9a-f]{64})(?::(\d{4}-\d{2}-\d{2}))?$/.exec(externalId ?? "");
  return match?.[1] === undefined ? undefined : { key: match[1], validUntil: match[2] };
}
