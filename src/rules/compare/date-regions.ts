import { addDuration } from "../../model/time/add-duration.ts";
import { dayNumber, dayOfNumber } from "../../model/time/day-number.ts";
import { type Duration, type FactValue, NONE, UNKNOWN } from "../../model/value.ts";
import type { Fact } from "../vocabulary.ts";
import type { ComparisonAtom } from "./atoms.ts";
import { type Cuts, cutsOf, type MonthShift } from "./date-cuts.ts";
import { at, boundedNumbers, type Differences, solve, withBound, withValue } from "./differences.ts";
import { distinctRegions, type Regions } from "./distinct-regions.ts";

const FIRST = dayNumber("0001-01-01");
const LAST = dayNumber("9999-12-31");

/** Above this many cases the list stops and says so. */
const MOST_CASES = 20_000;
/** Days of four years: every length that so many months can have is met in them. */
const FOUR_YEARS = 1461;

/**
 * The regions of dates compared with days, with `today` and with each other. The time between two dates
 * counts as one more quantity; a combination that no days of the calendar can have is none.
 */
export function dateRegions(
  facts: readonly Fact[],
  atoms: readonly ComparisonAtom[],
  today: string,
): Regions {
  const cases: ReadonlyMap<string, FactValue>[] = [];
  let complete = true;
  const cuts = cutsOf(facts, atoms, today);
  const wanted = dayNumber(today);

  for (const written of statuses(facts)) {
    const known = facts.flatMap((_, index) => (written[index] === undefined ? [index + 1] : []));
    const asked = cuts.filter(({ i, j }) => known.includes(i) && (j === 0 || known.includes(j)));
    const add = (days: readonly number[]) => {
      if (cases.length >= MOST_CASES) complete = false;
      else
        cases.push(
          new Map(
            facts.map((fact, index): [string, FactValue] => [fact.name, written[index] ?? date(days[index])]),
          ),
        );
    };
    split(boundedNumbers(facts.length, FIRST, LAST), asked, (bounds) => {
      add(solve(bounds, wanted));
      const open = asked.flatMap(({ i, j, shifts }) => shifts.filter((shift) => isOpen(bounds, i, j, shift)));
      for (const { of, months } of open) {
        for (const day of startsOf(bounds, of, months, wanted)) {
          const fixed = withValue(bounds, of, day);
          if (fixed !== undefined) add(solve(fixed, wanted));
        }
      }
      // Two spans of months at once are tried one at a time.
      if (new Set(open.map(({ of }) => of)).size > 1) complete = false;
    });
  }
  return { list: distinctRegions(cases, atoms), complete };
}

/** Which facts are blank or `none`; `undefined` stands for a day. Those with the most days come first. */
function statuses(facts: readonly Fact[]): readonly (readonly (FactValue | undefined)[])[] {
  let all: readonly (readonly (FactValue | undefined)[])[] = [[]];
  for (const fact of facts) {
    const options: readonly (FactValue | undefined)[] = fact.none
      ? [undefined, NONE, UNKNOWN]
      : [undefined, UNKNOWN];
    all = all.flatMap((before) =>
      options.map((option): readonly (FactValue | undefined)[] => [...before, option]),
    );
  }
  const days = (one: readonly unknown[]) => one.filter((value) => value === undefined).length;
  return [...all].sort((a, b) => days(b) - days(a));
}

/** Every combination of the stretches between cuts that some days can have. */
function split(bounds: Differences, cuts: readonly Cuts[], found: (bounds: Differences) => void): void {
  const [first, ...rest] = cuts;
  if (first === undefined) {
    found(bounds);
    return;
  }
  const { i, j, at: limits } = first;
  for (const [index, low] of [undefined, ...limits].entries()) {
    const high = limits[index];
    const below = high === undefined ? bounds : withBound(bounds, i, j, high);
    const both = below === undefined || low === undefined ? below : withBound(below, j, i, -(low + 1));
    if (both !== undefined) split(both, rest, found);
  }
}

/** Whether it depends on the months which of two dates is later, once one is moved by a shift. */
function isOpen(bounds: Differences, i: number, j: number, { least, most }: MonthShift): boolean {
  return -at(bounds, j, i) <= most && at(bounds, i, j) >= least;
}

/** Days from which so many months are as long as they can be in every way, within bounds. */
function startsOf(bounds: Differences, of: number, months: number, wanted: number): readonly number[] {
  const [low, high] = [-at(bounds, 0, of), at(bounds, of, 0)];
  const start = Math.min(Math.max(wanted, low), Math.max(low, high - FOUR_YEARS));
  const byLength = new Map<number, number>();
  for (let day = start; day <= Math.min(high, start + FOUR_YEARS); day += 1) {
    const moved = move(day, { months: Math.abs(months), seconds: 0 }, months < 0 ? -1 : 1);
    if (moved !== undefined && !byLength.has(moved - day)) byLength.set(moved - day, day);
  }
  return [...byLength.values()];
}

function move(day: number, by: Duration, sign: 1 | -1): number | undefined {
  const from = dayOfNumber(day);
  const to = from && addDuration(from, by, sign);
  return to === undefined ? undefined : dayNumber(to);
}

function date(day: number | undefined): FactValue {
  return (day === undefined ? undefined : dayOfNumber(day)) ?? UNKNOWN;
}
