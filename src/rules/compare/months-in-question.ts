import { daysOfMonths } from "../../model/time/days-of-months.ts";
import type { Duration, FactValue } from "../../model/value.ts";
import type { Atoms, ComparisonAtom } from "./atoms.ts";
import type { Term, Terms } from "./terms.ts";

const DAY = 86_400;

/**
 * Whether the versions set months against days where it depends on the months which is longer: on one
 * fact or pair of dates one version has a length the other has not, and neither of the two is surely the longer.
 */
export function monthsInQuestion(before: Term, after: Term, terms: Terms, atoms: Atoms): boolean {
  const [old, now] = [asked(before, terms, atoms), asked(after, terms, atoms)];
  const lengths = (mine: ReadonlySet<ComparisonAtom>, other: ReadonlySet<ComparisonAtom>) =>
    [...mine]
      .filter((atom) => !other.has(atom))
      .flatMap((atom) => {
        const length = lengthIn(atom);
        return length === undefined ? [] : [{ about: aboutOf(atom), length }];
      });
  const fromToday = [...new Set([...old, ...now])].filter(isCounted);
  if (fromToday.some((one) => fromToday.some((other) => isOpenPair(one, other)))) return true;
  const added = lengths(now, old);
  return lengths(old, now).some((one) =>
    added.some((other) => one.about === other.about && isOpen(one.length, other.length)),
  );
}

/** The comparisons a term makes, those of nested rows included. */
function asked(term: Term, terms: Terms, atoms: Atoms): ReadonlySet<ComparisonAtom> {
  const found = new Set<ComparisonAtom>();
  const add = (root: Term): void => {
    for (const index of terms.atoms([root])) {
      const atom = atoms.list[index];
      if (atom?.kind === "comparison") found.add(atom);
      else if (atom !== undefined) add(atom.where);
    }
  };
  add(term);
  return found;
}

/** A window from or to today: how long its months are depends on the day. */
function isCounted({ operator }: ComparisonAtom): boolean {
  return operator === "in_last" || operator === "in_next";
}

function isOpenPair(one: ComparisonAtom, other: ComparisonAtom): boolean {
  const [a, b] = [lengthIn(one), lengthIn(other)];
  const same = one.operator === other.operator && aboutOf(one) === aboutOf(other);
  return same && a !== undefined && b !== undefined && isOpen(a, b);
}

function aboutOf({ facts }: ComparisonAtom): string {
  return facts
    .map(({ name }) => name)
    .sort()
    .join(" ");
}

function lengthIn({ right }: ComparisonAtom): Duration | undefined {
  const value: FactValue | undefined = right?.kind === "fact" ? right.by : right?.value;
  return typeof value === "object" && "months" in value ? value : undefined;
}

function isOpen(a: Duration, b: Duration): boolean {
  const months = Math.abs(a.months - b.months);
  if (months === 0) return false;
  const { min, max } = daysOfMonths(months);
  const seconds = a.months > b.months ? a.seconds - b.seconds : b.seconds - a.seconds;
  return min * DAY + seconds < 0 && max * DAY + seconds > 0;
}
