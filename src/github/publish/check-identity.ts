import type { PoliciesRef } from "../sweep/policies-tip.ts";

/** Name of every check run of ours; branch rules of other people rely on it. */
export const CHECK_NAME = "bylaw";

/** Policies of another repository that a verdict was given by, and the commit they stood at. */
export interface PoliciesAt extends PoliciesRef {
  readonly commit: string;
}

/** What a check's `external_id` says: the key it was made for and, once complete, until when it holds. */
export interface CheckIdentity {
  readonly key: string;
  /** Exclusive, `YYYY-MM-DD`; `undefined` while nothing was decided, so that a sweep tries again. */
  readonly validUntil: string | undefined;
  /** Runs that were begun in it, where nothing was decided; absent where its being there says it. */
  readonly begun?: number | undefined;
  /** Names what approving reviews came to, by `consentDigest`; absent where they came to nothing. */
  readonly consent?: string | undefined;
  /** Those of other repositories it was given by; absent where there are none. */
  readonly policies?: readonly PoliciesAt[] | undefined;
}

/** Longest `external_id` written: no limit is documented, and this is the least a text of its kind takes. */
const LONGEST = 255;

/** Writes a check's identity as its `external_id`. */
export function toExternalId({ key, validUntil, begun, consent, policies = [] }: CheckIdentity): string {
  if (validUntil === undefined) return `bylaw:1:${key}${begun === undefined ? "" : `~${begun}`}`;
  const short = `bylaw:1:${key}:${validUntil}${consent === undefined ? "" : `:${consent}`}`;
  // No ref has a space in its name.
  const whole = [short, ...policies.flatMap(({ repository, ref, commit }) => [repository, ref, commit])].join(
    " ",
  );
  return whole.length > LONGEST ? short : whole;
}

/** Reads what `toExternalId` wrote; anything else is no identity of ours. */
export function fromExternalId(externalId: string | undefined): CheckIdentity | undefined {
  const [own = "", ...places] = (externalId ?? "").split(" ");
  const match = /^bylaw:1:([0-9a-f]{64})(?:~(\d{1,9})|:(\d{4}-\d{2}-\d{2})(?::([0-9a-f]{16}))?)?$/.exec(own);
  if (match?.[1] === undefined || places.length % 3 !== 0) return undefined;
  const identity = {
    key: match[1],
    validUntil: match[3],
    ...(match[2] !== undefined && { begun: Number(match[2]) }),
    ...(match[4] !== undefined && { consent: match[4] }),
  };
  return places.length === 0 ? identity : { ...identity, policies: policiesIn(places) };
}

function policiesIn([
  repository = "",
  ref = "",
  commit = "",
  ...more
]: readonly string[]): readonly PoliciesAt[] {
  const first = { repository, ref, commit };
  return more.length === 0 ? [first] : [first, ...policiesIn(more)];
}
