import fc from "fast-check";
import { expect, it } from "vitest";
import { cellWidth } from "../../src/render/cell-width.ts";
import { codeFrame } from "../../src/render/code-frame.ts";

function frame(line: string, column: number, end: number, end_line = 1): string {
  const shown = codeFrame(line, { file: "a.yaml", line: 1, column, end_line, end_column: end });
  return `${shown.line}\n${shown.mark}`;
}

it.for([
  ["plain text", "period: P90D", 9, 13, "period: P90D\n        ^^^^"],
  ["an empty place", "period:", 8, 8, "period:\n       ^"],
  ["a place past the end", "period:", 20, 24, "period:\n       ^"],
  ["an empty line", "", 1, 1, "\n^"],
  ["a tab before the place", "\tperiod: P90D", 10, 14, "    period: P90D\n            ^^^^"],
  ["a tab inside it", "a\tb", 1, 4, "a   b\n^^^^^"],
  ["wide characters before it", "海康: x", 5, 6, "海康: x\n      ^"],
  ["a wide character as the place", "a海b", 2, 3, "a海b\n ^^"],
  ["an emoji of two units before it", "🚦: x", 5, 6, "🚦: x\n    ^"],
  ["combining marks, which take no room", "cafe\u0301: x", 8, 9, "cafe\u0301: x\n      ^"],
  ["full-width letters", "ＨＩＫ: x", 6, 7, "ＨＩＫ: x\n        ^"],
  ["a bidirectional control", "a\u202Eb: x", 6, 7, "a\\u{202E}b: x\n            ^"],
  ["a zero-width character as the place", "a\u200Bb", 2, 3, "a\\u{200B}b\n ^^^^^^^^"],
  ["an escape character", "a\u001b[31mb", 1, 2, "a\\u{1B}[31mb\n^"],
  ["Hebrew, kept in order from left to right", "שם: x", 5, 6, "\u2066שם: x\u2069\n    ^"],
] as const)("the mark stands under %s", ([, line, column, end, expected]) => {
  expect(frame(line, column, end)).toBe(expected);
});

it("marks up to the end of the line where the place goes on below", () => {
  expect(frame("  retention:", 3, 2, 4)).toBe("  retention:\n  ^^^^^^^^^^");
});

it("cuts a long line to a window around the mark", () => {
  const line = `${"a".repeat(200)}HERE${"b".repeat(200)}`;
  const [shown = "", mark = ""] = frame(line, 201, 205).split("\n");
  expect(shown).toMatch(/^…a+HEREb+…$/);
  expect(shown.length).toBeLessThanOrEqual(98);
  expect(shown.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("HERE");
});

it("always marks exactly the place, whatever stands around it", () => {
  const piece = fc.constantFrom("a", "b", " ", "\t", "海", "🚦", "\u0301", "\u202E", "\u200B", "ש", "😀");
  const part = fc.array(piece, { maxLength: 150 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(part, part, (before, after) => {
      const { line, mark } = codeFrame(`${before}#${after}`, {
        file: "a.yaml",
        line: 1,
        column: before.length + 1,
        end_line: 1,
        end_column: before.length + 2,
      });
      const shown = line.replace(/[\u2066\u2069]/g, "");
      const cells = [...shown.slice(0, shown.indexOf("#"))].reduce((sum, one) => sum + cellWidth(one), 0);
      expect(mark).toBe(`${" ".repeat(cells)}^`);
    }),
  );
});
