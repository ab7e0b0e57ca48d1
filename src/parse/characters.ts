import { codePoint } from "./code-point.ts";

/** A character that may not stand in a file, by its offset and length in UTF-16 units. */
export interface BadCharacter {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  readonly help: string;
}

/**
 * Every character of a text that a reader cannot see, that reorders or hides what stands beside it, or that
 * only looks like a space or a line break. A byte order mark at the very beginning is let through.
 */
export function findBadCharacters(text: string): readonly BadCharacter[] {
  const found: BadCharacter[] = [];
  for (const match of text.matchAll(REFUSED)) {
    const [character] = match;
    if (match.index > 0 || character !== BYTE_ORDER_MARK) {
      found.push({ at: match.index, length: character.length, ...describe(character) });
    }
  }
  return found;
}

/** A text with every refused character, tab and line break written as its number. */
export function showHidden(text: string): string {
  return text.replace(/[\t\n]/g, codePoint).replace(REFUSED, codePoint);
}

const BYTE_ORDER_MARK = "\ufeff";

interface Group {
  /** Ranges as in a regular expression with the `u` flag. */
  readonly ranges: string;
  readonly message: (code: string) => string;
  readonly help: string;
}

const LINE_BREAKS: Group = {
  ranges: "\\x85\\u2028\\u2029",
  message: (code) => `a line ends with ${code}, which only some programs take for a line break`,
  help: "save the file with LF or CR LF line ends",
};

/** Unicode 16: `General_Category` Cc, Cf, Co, Cs, Zs, Zl, Zp, `Default_Ignorable_Code_Point`, noncharacters. */
const GROUPS: readonly Group[] = [
  LINE_BREAKS,
  {
    ranges: "\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f",
    message: (code) => `the control character ${code} stands in the text`,
    help: "delete the character",
  },
  {
    ranges: "\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000",
    message: (code) => `the space ${code} stands in the text, which looks like an ordinary space and is none`,
    help: "replace it with an ordinary space",
  },
  {
    ranges: "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069",
    message: (code) =>
      `the direction control ${code} stands in the text, which can change the order in which text is shown`,
    help: "delete the character; Hebrew and Arabic need none here",
  },
  {
    ranges: "\\ufeff",
    message: (code) => `a byte order mark (${code}) stands inside the text, where it cannot be seen`,
    help: "delete the character; two files may have been joined here",
  },
  {
    ranges: "\\ud800-\\udfff",
    message: (code) => `${code} is half of a character`,
    help: "write the whole character",
  },
  {
    ranges:
      "\\xad\\u034f\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f" +
      "\\u200b-\\u200d\\u2060-\\u2065\\u206a-\\u206f\\u3164\\ue000-\\uf8ff\\ufdd0-\\ufdef\\ufe00-\\ufe0f\\uffa0" +
      "\\ufff0-\\ufffb\\ufffe\\uffff\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{10ffff}",
    message: (code) => `the character ${code} stands in the text and cannot be seen`,
    help: "delete the character",
  },
];

/** One pass over the text, whatever is looked for. */
const REFUSED = new RegExp(`[${GROUPS.map(({ ranges }) => ranges).join("")}]|\\r(?!\\n)`, "gu");

function describe(character: string): { message: string; help: string } {
  const group = GROUPS.find(({ ranges }) => new RegExp(`[${ranges}]`, "u").test(character)) ?? LINE_BREAKS;
  return { message: group.message(codePoint(character)), help: group.help };
}
