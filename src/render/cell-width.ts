const NO_WIDTH = /^[\p{Mn}\p{Me}]$/u;

/** East Asian wide and full-width characters, and what terminals draw as emoji. Source: Unicode Standard Annex 11. */
const WIDE =
  /^[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]$/u;

/** How many cells of a terminal one code point takes: 0, 1 or 2. */
export function cellWidth(character: string): 0 | 1 | 2 {
  if (character <= "~") return 1;
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
