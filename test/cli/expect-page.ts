import { expect } from "vitest";
import { patternOf } from "./page.ts";

/** Holds what was printed against what a page shows; compared as text where it does not match, so that the difference is shown line by line. */
export function expectPage(printed: string, expected: string | undefined): void {
  if (expected !== undefined && !patternOf(expected).test(printed)) expect(printed).toBe(expected);
}
