import type { Document } from "../model/document.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import { addDuration } from "../model/time/add-duration.ts";
import { dayNumber } from "../model/time/day-number.ts";

type Decision = Document<WaiverDocument>;

/**
 * How often a waiver or standing approval has been renewed: the longest of the chain it names, the number of
 * earlier ones for the same finding, and the number of rounds before it. A round is an earlier decision of either
 * kind for the same rule and manifest, whatever its finding, so that another value does not begin afresh.
 * `undefined` for a chain that goes in a circle or names one that is not there.
 */
export function renewalsOf(decision: Decision, all: readonly Decision[]): number | undefined {
  const named = chain(decision.value, all);
  if (named === undefined) return undefined;
  const earlier = all.filter((other) => isEarlier(other, decision));
  const same = earlier.filter((other) => other.value.finding === decision.value.finding);
  return Math.max(named, same.length, rounds(decision, earlier));
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

function isEarlier({ value: other }: Decision, { value: own }: Decision): boolean {
  return other.rule === own.rule && other.manifest === own.manifest && other.from < own.from;
}

/** The longest row of decisions in which each follows the one before it, and this one is the last. */
function rounds(decision: Decision, earlier: readonly Decision[]): number {
  const inOrder = [...earlier].sort((left, right) => (left.value.from < right.value.from ? -1 : 1));
  const before = new Map<Decision, number>();
  for (const one of [...inOrder, decision]) {
    const lengths = [...before].map(([other, length]) => (follows(one, other) ? length + 1 : 0));
    before.set(one, Math.max(0, ...lengths));
  }
  return before.get(decision) ?? 0;
}

/** Time after which a decision no longer counts for one that comes later. */
const MEMORY = { months: 24, seconds: 0 };

/**
 * Whether one comes after another rather than beside it: it begins in the second half of the other's time, or
 * within 24 months of its end. Two devices of one system that need a waiver at one time are two cases; a waiver
 * that takes over as another runs out is a renewal, though the days of the two may overlap.
 */
function follows({ value: own }: Decision, { value: other }: Decision): boolean {
  const middle = (dayNumber(other.from) + dayNumber(other.expires)) / 2;
  const forgotten = addDuration(other.expires, MEMORY, 1);
  return dayNumber(own.from) > middle && (forgotten === undefined || own.from <= forgotten);
}
