import type { Manifest } from "../../model/document.ts";
import type { ReportManifest } from "../../model/generated/report.ts";
import type { FactSet } from "../../model/row.ts";

/** One system as the inventory counts it: what it declares, the facts of it, and how it was judged. */
export interface SeenSystem {
  readonly manifest: Manifest;
  readonly facts: FactSet;
  readonly judged: ReportManifest;
}

/** Members of a set fact; `unknown` where it is blank, `none` where it is empty. */
export function membersOf(value: unknown): readonly string[] {
  if (value instanceof Set) return [...(value as ReadonlySet<string>)].sort();
  return typeof value === "symbol" && value.description === "none" ? ["none"] : ["unknown"];
}

/** How many of a list fall under each name, names sorted. */
export function countBy<T>(list: readonly T[], nameOf: (item: T) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The parts of a list under each name, in order of first appearance. */
export function groupBy<T>(
  list: readonly T[],
  nameOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
