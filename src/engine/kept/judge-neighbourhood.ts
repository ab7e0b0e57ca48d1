import type { Finding } from "../../model/generated/report.ts";
import type { Bundle } from "../bundle.ts";
import { type Judgements, judgeSet } from "../judge-set.ts";
import type { RunOptions } from "../run.ts";
import type { Submitted } from "../submitted.ts";
import { surroundingsOf } from "../surroundings-of.ts";

/** Manifests that bear on one another and on no other, with all they are judged by beside the bundle. */
export interface Neighbourhood {
  readonly members: readonly Submitted[];
  /** The files of the set that could not be read: what stands in them may bear on any manifest. */
  readonly unread: () => readonly Submitted[];
  /** What was found of the members before evaluation. */
  readonly before: readonly Finding[];
}

/** Judges one neighbourhood, with the rows that concern its manifests. */
export function judgeNeighbourhood(
  bundle: Bundle,
  { members, unread, before }: Neighbourhood,
  { asOf, language }: Pick<RunOptions, "asOf" | "language">,
): Judgements {
  return judgeSet(bundle, members, {
    asOf,
    language,
    before,
    surroundings: surroundingsOf(bundle, members, unread),
    // A list concerns every manifest, and so no neighbourhood more than another.
    judges: (row, concerns) => concerns && row.row.subject !== "list",
  });
}
