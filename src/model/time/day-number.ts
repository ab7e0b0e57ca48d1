/** Days from 1 March of year 0 to a day; years that start in March end with the leap day. */
export function dayNumber(date: string): number {
  return dayNumberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** As `dayNumber`, from year, month and day. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 306 + 5) / 10) + day - 1;
}

/** The day of a number; `undefined` outside the years 1 to 9999. */
export function dayOfNumber(number: number): string | undefined {
  let year = Math.floor((number * 10_000 + 14_780) / 3_652_425);
  let rest = number - dayNumberOf(year, 3, 1);
  if (rest < 0) {
    year -= 1;
    rest = number - dayNumberOf(year, 3, 1);
  }
  const marchMonth = Math.floor((rest * 10 + 5) / 306);
  const day = rest - Math.floor((marchMonth * 306 + 5) / 10) + 1;
  return marchMonth < 10 ? dayText(year, marchMonth + 3, day) : dayText(year + 1, marchMonth - 9, day);
}

/** A day as it is written; `undefined` outside the years 1 to 9999. */
export function dayText(year: number, month: number, day: number): string | undefined {
  if (year < 1 || year > 9999) return undefined;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
