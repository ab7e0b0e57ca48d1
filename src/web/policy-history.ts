import type { Language } from "../model/language.ts";
import type { SetChange } from "../model/set-change.ts";

/** The published versions of one policy, as the repository's history has them. */
export interface PolicyHistory {
  /** Oldest first. */
  readonly versions: readonly PublishedVersion[];
  /** Every two versions, the earlier one before the later. */
  readonly comparisons: readonly VersionComparison[];
}

export interface PublishedVersion {
  readonly version: string;
  /** The commit that gave it, `null` while it stands in no commit. */
  readonly commit: string | null;
}

/** How two versions of a policy differ, in each language. */
export interface VersionComparison {
  readonly from: string;
  readonly to: string;
  /** `undefined` where this version of the engine cannot read one of them. */
  readonly change: Readonly<Record<Language, SetChange>> | undefined;
}
