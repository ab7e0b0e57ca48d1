import { dayNumber, dayOfNumber } from "../../model/time/day-number.ts";
import type { Duration, FactValue } from "../../model/value.ts";
import type { Atoms, ComparisonAtom } from "./atoms.ts";
import { type DaysMoved, daysMoved } from "./days-moved.ts";
import { factQuantities } from "./fact-quantities.ts";

/** More days than these are not looked at one by one. */
const MOST_DAYS = 60;

/**
 * The days within a span on which a date counted from `today` passes a date that stands still, so that the
 * cases to tell apart change; `undefined` where there are too many.
 */
export function turningDays(
  atoms: Atoms,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): readonly string[] | undefined {
  const days = new Set<number>();
  const byIndex = new Map(atoms.list.map((atom) => [atom.index, atom]));
  for (const { atoms: indices } of factQuantities(atoms.list, atoms)) {
    const own = indices.flatMap((index) => {
      const atom = byIndex.get(index);
      return atom?.kind === "comparison" && atom.fact.type === "date" ? [atom] : [];
    });
    const facts = new Set(own.flatMap((atom) => atom.facts.map(({ name }) => name))).size;
    const fixed = own.flatMap(fixedDay);
    const counted = own.flatMap(countedFromToday);
    const apart = sums(own.flatMap(betweenDates), facts - 1);
    for (const day of fixed)
      for (const one of counted)
        for (const { least, most } of apart)
          for (
            let turn = day - one.most + least - facts;
            turn <= day - one.least + most + facts + 1;
            turn += 1
          )
            days.add(turn);
  }
  const within = [...days]
    .flatMap((day) => dayOfNumber(day) ?? [])
    .filter((day) => (from === null || day > from) && (to === null || day <= to));
  return within.length > MOST_DAYS ? undefined : within.sort();
}

function fixedDay({ right }: ComparisonAtom): readonly number[] {
  if (right?.kind !== "value" || right.counted !== undefined) return [];
  return typeof right.value === "string" ? [dayNumber(right.value)] : [];
}

/** The days after today at which a comparison changes its answer. */
function countedFromToday({ fact, operator, right }: ComparisonAtom): readonly DaysMoved[] {
  const today = { least: 0, most: 0 };
  if (right?.kind === "fact")
    return fact.subject === undefined ? [moved(right.by, right.sign === 1 ? -1 : 1)] : [];
  if (right === undefined) return [];
  if (operator === "in_last") return [today, moved(right.value, -1)];
  if (operator === "in_next") return [today, moved(right.value, 1)];
  return right.counted === undefined ? [] : [moved(right.counted.by, right.counted.sign)];
}

/** The days two dates are set apart by. */
function betweenDates({ facts, right }: ComparisonAtom): readonly DaysMoved[] {
  return right?.kind === "fact" && facts.length > 1 ? [moved(right.by, right.sign)] : [];
}

function moved(by: FactValue | undefined, sign: 1 | -1): DaysMoved {
  const isDuration = (value: FactValue | undefined): value is Duration =>
    typeof value === "object" && "months" in value;
  return isDuration(by) ? daysMoved(by, sign) : { least: 0, most: 0 };
}

/** What up to `count` steps from date to date, either way, can add up to. */
function sums(steps: readonly DaysMoved[], count: number): readonly DaysMoved[] {
  let all: readonly DaysMoved[] = [{ least: 0, most: 0 }];
  for (let step = 0; step < count; step += 1) {
    const more = all.flatMap((sum) =>
      steps.flatMap(({ least, most }) => [
        { least: sum.least + least, most: sum.most + most },
        { least: sum.least - most, most: sum.most - least },
      ]),
    );
    all = [...all, ...more];
  }
  return all;
}
