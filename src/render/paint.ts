import type { Standing } from "./tally.ts";

const CODES = { bold: 1, red: 31, yellow: 33, blue: 34, magenta: 35, cyan: 36, dim: 2 } as const;

export type Colour = keyof typeof CODES;

export type Paint = (text: string, ...styles: readonly Colour[]) => string;

/** Puts text between ANSI colour codes, or leaves it alone. */
export function painter(color: boolean): Paint {
  if (!color) return (text) => text;
  return (text, ...styles) => `\u001b[${styles.map((style) => CODES[style]).join(";")}m${text}\u001b[0m`;
}

/** The colour that stands for an effect or state. */
export const COLOUR: Readonly<Record<Standing, Colour>> = {
  block: "red",
  approve: "magenta",
  warn: "yellow",
  note: "cyan",
  upcoming: "cyan",
  waived: "dim",
  approved: "dim",
};
