import type { RepositoryName } from "../api/client.ts";
import type { Judged } from "./conclude.ts";
import type { Change } from "./gather-input.ts";
import type { OwnCheck } from "./standing.ts";

/** A head commit to be checked, and every change it is the head of. */
export interface Head extends RepositoryName {
  readonly installation: number;
  readonly sha: string;
  /** Our checks on it, newest first. */
  readonly checks: readonly OwnCheck[];
  readonly changes: readonly [HeadChange, ...HeadChange[]];
  /** Reads whether this is still the head. */
  isCurrent(): Promise<boolean>;
  /** Says on the pull request what a review found; called after every change is judged. */
  publish?(judged: Judged): Promise<void>;
  /** Says so wherever a pull request was told of an earlier verdict. `lasting`: nobody tries again unless asked. */
  refuse?(how: { readonly lasting: boolean }): Promise<void>;
}

/** One of the changes a head belongs to. */
export interface HeadChange extends Change {
  readonly number: number;
  readonly branch: string;
}
