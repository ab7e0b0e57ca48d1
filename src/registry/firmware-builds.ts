/** A build as a number that grows: of the day it was made as `yymmdd`, or of a counter. */
export interface Build {
  readonly kind: "day" | "counter";
  readonly number: number;
  /** The same digits read day first, where they are a day too; makers write the year first. */
  readonly otherwise?: number;
}

/**
 * The builds a firmware names, and its text without them. A build is written after the word `build` or the
 * letter R; else every six or eight digits that are a day may be one.
 */
export function buildsIn(text: string): { readonly builds: readonly Build[]; readonly rest: string } {
  const builds: Build[] = [];
  const take = (pattern: RegExp, from: string, isMarked: boolean) =>
    from.replace(pattern, (whole: string, ...groups: readonly string[]) => {
      const build = buildOf(groups[0] ?? "", isMarked);
      if (build === undefined) return whole;
      builds.push(build);
      return " ";
    });
  const unmarked = take(MARKED, text, true);
  return { rest: take(DAY, unmarked, false), builds };
}

const MARKED =
  /(?:build(?:\s*date)?[\s_:.-]*|[._-]R[._-]?)(\d{1,4}[-./]\d{1,2}[-./]\d{2,4}(?![.\d])|\d+(?!\.?\d))/gi;
const DAY =
  /(?<![\p{L}\p{N}])(\d{8}|\d{6}|\d{1,2}[-./]\d{1,2}[-./]20\d\d|20\d\d[-./]\d{1,2}[-./]\d{1,2})(?![\p{L}\p{N}]|\.\d)/gu;

function buildOf(written: string, isMarked: boolean): Build | undefined {
  const digits = written
    .split(/[-./]/)
    .map((part) => part.padStart(2, "0"))
    .join("");
  const [day, otherwise] = daysOf(digits);
  if (day !== undefined) return { kind: "day", number: day, ...(otherwise !== undefined && { otherwise }) };
  const isCounter = isMarked && /^\d+$/.test(written) && written.length !== 6 && written.length !== 8;
  return isCounter ? { kind: "counter", number: Number(written) } : undefined;
}

/** The days that digits may be, year first before day first. */
function daysOf(digits: string): readonly number[] {
  const forms =
    digits.length === 8
      ? [/^20(?<year>\d\d)(?<month>\d\d)(?<day>\d\d)$/, /^(?<day>\d\d)(?<month>\d\d)20(?<year>\d\d)$/]
      : [/^(?<year>\d\d)(?<month>\d\d)(?<day>\d\d)$/, /^(?<day>\d\d)(?<month>\d\d)(?<year>\d\d)$/];
  return forms.flatMap((form) => {
    const { year = "", month = "", day = "" } = form.exec(digits)?.groups ?? {};
    const isDay = Number(year) >= FIRST_YEAR && isWithin(month, 12) && isWithin(day, 31);
    return isDay ? [Number(`${year}${month}${day}`)] : [];
  });
}

/** No device in use has a build of before 2010, so that `230102` is a day of 2023 and not of 2002. */
const FIRST_YEAR = 10;

function isWithin(part: string, last: number): boolean {
  return Number(part) >= 1 && Number(part) <= last;
}
