import { expect, it } from "vitest";
import { parseDuration } from "../../src/model/time/parse-duration.ts";
import { NONE, UNKNOWN } from "../../src/model/value.ts";
import { manifestText } from "../../src/rules/manifest-text.ts";

it.for([
  [true, "true"],
  [15, "15"],
  ["high", "high"],
  [NONE, "none"],
  [UNKNOWN, undefined],
  [new Set(["a"]), undefined],
  [{ min: 1, max: 2 }, undefined],
  [parseDuration("PT72H") ?? NONE, "PT72H"],
  [{ months: 6, seconds: 90 * 86_400 }, "P6M90D"],
  [{ months: 0, seconds: 0 }, "PT0S"],
  [{ months: 0, seconds: 90_000 }, "P1DT1H"],
  [{ months: 0, seconds: 21 * 86_400 + 43_200 }, "P21DT12H"],
  [{ months: 0, seconds: 61 }, "PT1M1S"],
] as const)("writes %j as %s", ([value, text]) => {
  expect(manifestText(value)).toBe(text);
});
