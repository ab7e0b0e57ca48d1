import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addDuration } from "../../src/model/time/add-duration.ts";
import { daysOfMonths } from "../../src/model/time/days-of-months.ts";
import { isDate } from "../../src/model/time/is-date.ts";
import { parseDuration } from "../../src/model/time/parse-duration.ts";

const DAY = 86_400;

describe("a duration", () => {
  it.for([
    ["P30D", 0, 30 * DAY],
    ["PT72H", 0, 3 * DAY],
    ["P24M", 24, 0],
    ["P5Y", 60, 0],
    ["P2W", 0, 14 * DAY],
    ["P6M90D", 6, 90 * DAY],
    ["P1Y2M3W4DT5H6M7S", 14, 25 * DAY + 5 * 3600 + 6 * 60 + 7],
    ["PT0S", 0, 0],
  ] as const)("%s is %d months and %d seconds", ([text, months, seconds]) => {
    expect(parseDuration(text)).toEqual({ months, seconds, text });
  });

  it.for([
    "",
    "P",
    "PT",
    "P1DT",
    "30D",
    "P-1D",
    "P1.5D",
    "P1H",
    "PT1D",
    "p1d",
    "P1D ",
    "P99999999999999999Y",
  ])("is not written %j", (text) => expect(parseDuration(text)).toBeUndefined());
});

describe("so many months in a row", () => {
  it.for([
    [0, 0, 0],
    [1, 28, 31],
    [2, 59, 62],
    [3, 89, 92],
    [6, 181, 184],
    [12, 365, 366],
    [24, 730, 731],
    // Between 1896 and 1904 there is no leap day.
    [96, 2921, 2922],
    [4800, 146_097, 146_097],
    [4801, 146_125, 146_128],
  ] as const)("%d have %d to %d days", ([months, min, max]) => {
    expect(daysOfMonths(months)).toEqual({ min, max });
  });

  it("have exactly these bounds wherever counting starts", () => {
    fc.assert(
      fc.property(date(), fc.integer({ min: 0, max: 60 }), (start, months) => {
        const end = addDuration(start, { months, seconds: 0 }, 1);
        const days = Temporal.PlainDate.from(start).until(end ?? "", { largestUnit: "days" }).days;
        const { min, max } = daysOfMonths(months);
        expect(days >= min && days <= max).toBe(true);
      }),
    );
  });
});

describe("a date moved by a duration", () => {
  it.for([
    ["2026-01-31", "P1M", 1, "2026-02-28"],
    ["2024-01-31", "P1M", 1, "2024-02-29"],
    ["2024-02-29", "P12M", 1, "2025-02-28"],
    ["2026-03-31", "P1M", -1, "2026-02-28"],
    ["2026-11-23", "P6M90D", -1, "2026-02-22"],
    ["2026-12-31", "P1D", 1, "2027-01-01"],
    ["2026-11-23", "PT72H", 1, "2026-11-26"],
    ["0001-01-01", "P1D", -1, undefined],
    ["9999-12-31", "P1D", 1, undefined],
  ] as const)("%s by %s (%d) is %s", ([start, text, sign, end]) => {
    expect(addDuration(start, parseDuration(text) ?? { months: 0, seconds: 0 }, sign)).toBe(end);
  });

  it("is the date Temporal says", () => {
    const months = fc.integer({ min: 0, max: 600 });
    const days = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(date(), months, days, fc.constantFrom<1 | -1>(1, -1), (start, m, d, sign) => {
        const moved = Temporal.PlainDate.from(start).add({ months: sign * m, days: sign * d });
        expect(addDuration(start, { months: m, seconds: d * DAY }, sign)).toBe(moved.toString());
      }),
    );
  });
});

describe("a text", () => {
  it.for(["2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01"])("is a date: %s", (text) =>
    expect(isDate(text)).toBe(true),
  );
  it.for([
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-11-31",
    "2026-1-1",
    "0000-01-01",
    "soon",
  ])("is no date: %s", (text) => expect(isDate(text)).toBe(false));
});

function date(): fc.Arbitrary<string> {
  const start = Date.UTC(1800, 0, 1) / (DAY * 1000);
  return fc
    .integer({ min: start, max: start + 365 * 500 })
    .map((day) => Temporal.PlainDate.from("1970-01-01").add({ days: day }).toString());
}
