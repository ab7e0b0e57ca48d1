/**
 * A value as one line of JSON, whatever its text contains: what a terminal or a reader of lines could take for a command or
 * a line break is escaped, also where JSON itself would let it stand.
 */
export function jsonLine(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(value).replace(CONTROLS, escapeCharacter);
}

/** DEL and C1, which terminals obey, line and paragraph separators, and what turns the direction of text. */
const CONTROLS = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
