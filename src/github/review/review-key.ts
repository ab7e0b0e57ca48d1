import { createHash } from "node:crypto";

/** Everything a verdict on one head depends on that can be known before a file is read. */
export interface KeyParts {
  readonly repository: string;
  readonly head: string;
  /** The pull requests that head belongs to: their base commits. */
  readonly pulls: readonly {
    readonly number: number;
    readonly base: string;
    readonly branch: string;
  }[];
  readonly engine: string;
}

/** One short name for `parts`, equal for equal parts whatever their order: SHA-256 in hex. */
export function reviewKey(parts: KeyParts): string {
  const pulls = [...parts.pulls]
    .sort((a, b) => a.number - b.number || (a.branch < b.branch ? -1 : 1))
    .map(({ number, base, branch }) => ({ base, branch, number }));
  // Keys in alphabetical order and no white space: one text for one meaning.
  const canonical = JSON.stringify({
    engine: parts.engine,
    head: parts.head,
    pulls,
    repository: parts.repository.toLowerCase(),
  });
  return createHash("sha256").update(canonical).digest("hex");
}
