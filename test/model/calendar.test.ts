import { describe, expect, it } from "vitest";
import { addDuration } from "../../src/model/time/add-duration.ts";
import { isDate } from "../../src/model/time/is-date.ts";
import { readDuration } from "../../src/model/time/parse-duration.ts";

describe("a day of the calendar", () => {
  it.for([
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-1-01", false],
    ["0000-01-01", false],
  ] as const)("%s: %s", ([text, is]) => {
    expect(isDate(text)).toBe(is);
  });
});

describe("months later", () => {
  it.for([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-11-23", 60, "2031-11-23"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-12-01", 0, "2026-12-01"],
  ] as const)("%s and %d months is %s", ([date, months, later]) => {
    expect(addDuration(date, { months, seconds: 0 }, 1)).toBe(later);
  });
});

describe("a duration", () => {
  it.for(["", "P", "PT", "14D", "P1H", "P-1D", "P1.5D"])("is not `%s`", (text) => {
    expect(readDuration(text)).toBeUndefined();
  });
});
