import { distance } from "fastest-levenshtein";
import { showHidden } from "./characters.ts";

const SHOWN = 60;

/** Text of the file in backticks, on one line, control characters and backticks made visible, at most 60 characters. */
export function quote(text: string): string {
  const characters = [...showHidden(text.slice(0, 4 * SHOWN)).replace(/`/g, "'")];
  const cut = characters.length > SHOWN ? [...characters.slice(0, SHOWN - 1), "…"] : characters;
  return `\`${cut.join("")}\``;
}

/** Names in backticks, joined by commas, at most twelve; the rest are counted. */
export function quoteList(names: readonly string[]): string {
  const shown = names.slice(0, 12).map(quote).join(", ");
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}

/** A number with its noun: `1 item`, `3 items`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** The candidate nearest to a name, near enough to be a slip of the pen; `undefined` where none is. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const plain = fold(name);
  const limit = plain.length < 3 ? 0 : plain.length < 5 ? 1 : plain.length < 9 ? 2 : 3;
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const far = plain.length > SHOWN ? least : distance(plain, fold(candidate));
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/[-_ ]/g, "");
}
