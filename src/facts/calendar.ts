import type { Duration } from "../model/value.ts";

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DURATION =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Whether a text is a day of the Gregorian calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = numbersIn(DATE, text) ?? [];
  return year > 0 && month > 0 && month <= 12 && day > 0 && day <= daysIn(year, month);
}

/** An ISO 8601 duration; `undefined` where the text is none. */
export function parseDuration(text: string): Duration | undefined {
  const numbers = numbersIn(DURATION, text);
  if (numbers === undefined) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = numbers;
  return {
    months: years * 12 + months,
    seconds: (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds,
  };
}

/** The date a number of whole months later, on the last day where that month is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = numbersIn(DATE, date) ?? [];
  const count = year * 12 + month - 1 + months;
  const laterYear = Math.floor(count / 12);
  const laterMonth = count - laterYear * 12 + 1;
  const laterDay = Math.min(day, daysIn(laterYear, laterMonth));
  return [pad(laterYear, 4), pad(laterMonth, 2), pad(laterDay, 2)].join("-");
}

function numbersIn(shape: RegExp, text: string): readonly number[] | undefined {
  return shape
    .exec(text)
    ?.slice(1)
    .map((digits) => Number(digits ?? 0));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
