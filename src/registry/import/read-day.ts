import { isDate } from "../../model/time/is-date.ts";

/** Which number of `03/12/2021` is the month. */
export type DayOrder = "month-first" | "day-first";

/** A day as the registry writes it; `ambiguous` where two numbers may each be the month; nothing where it is no date. */
export type ReadDay = { readonly date: string } | "ambiguous" | undefined;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Reads a day, or a year and month alone, in the forms that lists use: `2021-03-12`, `3/12/2021`, `12 March 2021`, `March 12, 2021`. */
export function readDay(text: string, order: DayOrder | undefined): ReadDay {
  if (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text)) return { date: text };
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (iso !== null) return day(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (numbers !== null) return byOrder(numbers, order);
  const words =
    /^(?<day>\d{1,2}) (?<month>[A-Za-z]+)\.?,? (?<year>\d{4})$/.exec(text) ??
    /^(?<month>[A-Za-z]+)\.? (?<day>\d{1,2}),? (?<year>\d{4})$/.exec(text);
  if (words === null) return undefined;
  const { day: of = "", month = "", year = "" } = words.groups ?? {};
  return day(year, monthOf(month), of);
}

/** Full names and their first three letters, `Sept` too. */
function monthOf(word: string): string {
  const index = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  const full = LONG[index] ?? "";
  return full.startsWith(word.toLowerCase()) ? String(index + 1) : "0";
}

const LONG = "january february march april may june july august september october november december".split(
  " ",
);

function byOrder([, first, second, year]: readonly string[], order: DayOrder | undefined): ReadDay {
  const read = {
    "month-first": () => day(year, first, second),
    "day-first": () => day(year, second, first),
  };
  if (order !== undefined) return read[order]();
  const [american, other] = [read["month-first"](), read["day-first"]()];
  if (american === undefined || other === undefined || first === second) return american ?? other;
  return "ambiguous";
}

function day(year = "", month = "", of = ""): ReadDay {
  const date = `${year}-${month.padStart(2, "0")}-${of.padStart(2, "0")}`;
  return isDate(date) ? { date } : undefined;
}
