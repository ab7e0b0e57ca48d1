import type { Language } from "../model/language.ts";

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const FIRST_STRONG = "\u2068";
const LEFT_TO_RIGHT = "\u2066";
const END = "\u2069";

export function isRightToLeft(language: Language): boolean {
  return language !== "en";
}

function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * Prose for a terminal: quoted values, and the whole where it is written from right to left, are set in
 * directional isolates, so that neither reorders its surroundings. The text must hold no hidden characters.
 */
export function isolate(text: string): string {
  if (!hasRightToLeft(text)) return text;
  const values = text.replace(/`[^`]*`/g, (value) => `${FIRST_STRONG}${value}${END}`);
  return `${FIRST_STRONG}${values}${END}`;
}

/** A line of a file for a terminal: kept in order from left to right, so that a mark under it stands right. */
export function isolateLine(text: string): string {
  return hasRightToLeft(text) ? `${LEFT_TO_RIGHT}${text}${END}` : text;
}
