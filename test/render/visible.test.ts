import fc from "fast-check";
import { expect, it } from "vitest";
import { oneLine, visible } from "../../src/render/visible.ts";

it.for([
  ["text in any script", "Northport, צפון, ميناء, 海康 🚦", "Northport, צפון, ميناء, 海康 🚦"],
  ["a line break and a tab", "a\nb\tc\r", "a\\nb\\tc\\r"],
  ["NUL, escape and delete", "\u0000\u001b[2J\u007f", "\\u{0}\\u{1B}[2J\\u{7F}"],
  ["the second set of controls", "\u0085\u009b", "\\u{85}\\u{9B}"],
  [
    "bidirectional overrides and isolates",
    "\u202E\u2066\u2069\u200F\u061C",
    "\\u{202E}\\u{2066}\\u{2069}\\u{200F}\\u{61C}",
  ],
  [
    "zero-width characters, soft hyphen and byte order mark",
    "\u200B\u200D\u00AD\uFEFF\u2060",
    "\\u{200B}\\u{200D}\\u{AD}\\u{FEFF}\\u{2060}",
  ],
  ["line and paragraph separators", "\u2028\u2029", "\\u{2028}\\u{2029}"],
  ["tag characters and variation selectors", "\u{E0041}\uFE0F\u{E0100}", "\\u{E0041}\\u{FE0F}\\u{E0100}"],
  ["fillers that show as nothing", "\u3164\u115F\u2800", "\\u{3164}\\u{115F}\\u{2800}"],
  ["half of a surrogate pair", "\uD83D.", "\\u{D83D}."],
] as const)("writes out %s", ([, text, expected]) => {
  expect(visible(text)).toBe(expected);
});

it("leaves nothing in any text that can move a cursor or reorder a line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }),
  );
});

it("sets prose of several lines on one", () => {
  expect(oneLine("  one\n  two\n\nthree\n")).toBe("one two three");
});
