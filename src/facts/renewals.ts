import type { Document } from "../model/document.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";

type Decision = Document<WaiverDocument>;

/**
 * How often a waiver or standing approval has been renewed: the length of the chain it names, or the number
 * of earlier ones for the same finding, since one that does not say what it renews renews all the same.
 * `undefined` for a chain that goes in a circle or names one that is not there.
 */
export function renewalsOf(decision: Decision, all: readonly Decision[]): number | undefined {
  const named = chain(decision.value, all);
  return named === undefined ? undefined : Math.max(named, earlier(decision, all));
}

function chain({ renews }: WaiverDocument, all: readonly Decision[]): number | undefined {
  let count = 0;
  let id = renews;
  while (id !== undefined && id !== null && id !== "none") {
    const before = all.find((other) => other.value.id === id);
    count += 1;
    if (before === undefined || count > all.length) return undefined;
    id = before.value.renews;
  }
  return count;
}

function earlier({ kind, value }: Decision, all: readonly Decision[]): number {
  const isEarlier = (other: Decision) =>
    other.kind === kind &&
    other.value.rule === value.rule &&
    other.value.manifest === value.manifest &&
    other.value.finding === value.finding &&
    other.value.from < value.from;
  return all.filter(isEarlier).length;
}
