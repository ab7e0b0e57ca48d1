import type { Comparison, ComparisonKind } from "../../model/comparison.ts";

/** Several comparisons as one: with a witness for each direction that any of them has. */
export function joinComparisons(parts: readonly Comparison[]): Comparison {
  const kinds = new Set(parts.map(({ kind }) => kind));
  return {
    kind: joinKinds(kinds),
    tighter: parts.find(({ tighter }) => tighter !== undefined)?.tighter,
    looser: parts.find(({ looser }) => looser !== undefined)?.looser,
    reasons: [...new Set(parts.flatMap(({ reasons }) => reasons))],
  };
}

/** What is tighter here and looser there is mixed, whatever is undecided elsewhere. */
function joinKinds(kinds: ReadonlySet<ComparisonKind>): ComparisonKind {
  if (kinds.has("mixed") || (kinds.has("tighter") && kinds.has("looser"))) return "mixed";
  for (const kind of ["undecided", "tighter", "looser"] as const) if (kinds.has(kind)) return kind;
  return "same";
}
