import type { Leaf } from "../model/rule.ts";

/** Whether comparisons are members of one `any`, so that to settle one of them is enough. */
export function isOneAny(leaves: readonly Leaf[]): boolean {
  const [first] = leaves;
  const id = first?.either?.id;
  return (
    id !== undefined &&
    leaves.every(({ either }) => either?.id === id) &&
    new Set(leaves.map(({ either }) => either?.member)).size === leaves.length
  );
}
