import { LOOK_ALIKES } from "./look-alikes.ts";
import { foldMarks } from "./normalize-name.ts";

/**
 * Whether a model falls under a registry pattern. The pattern is the start of the model, without regard
 * to case, spaces and hyphens; its small `x` stands for one digit. A manifest may write `x` for a digit
 * it leaves open, which then matches any digit. Letters of other scripts count as the Latin ones they look like.
 */
export function matchesModel(pattern: string, model: string): boolean {
  const wanted = wantedOf(pattern);
  return wanted.length > 0 && startsAt(0, wanted, letters(model));
}

/**
 * Whether a text names a model of a pattern, also after the name or prefix of its maker: `Hikvision DS-2CD2043`,
 * `DH-IPC-HFW3441`, `iDS-2CD7A46`. A pattern of fewer than four letters stands for no model on its own.
 */
export function namesModel(pattern: string, model: string): boolean {
  if (matchesModel(pattern, model)) return true;
  const [wanted, given] = [wantedOf(pattern).map(foldDigit), letters(model).map(foldDigit)];
  return wanted.length >= SHORTEST && given.some((_, index) => startsAt(index, wanted, given));
}

const SHORTEST = 4;

function wantedOf(pattern: string): readonly string[] {
  return letters(pattern).map((letter) => (letter === "x" ? "#" : letter.toUpperCase()));
}

function letters(text: string): readonly string[] {
  const latin = [...foldMarks(text)].map((letter) =>
    /[\0-\x7f]/.test(letter) ? letter : (LOOK_ALIKES.get(letter) ?? letter),
  );
  return [...latin.join("").replace(/[^\p{L}\p{N}]/gu, "")];
}

function startsAt(start: number, wanted: readonly string[], given: readonly string[]): boolean {
  return wanted.every((letter, index) => fits(letter, given[start + index] ?? ""));
}

function fits(wanted: string, given: string): boolean {
  if (wanted === "#") return /[0-9xX]/.test(given);
  return given.toUpperCase() === wanted || (given === "x" && /[0-9]/.test(wanted));
}

/** Letters that stand for digits in a hasty hand, as those digits. */
function foldDigit(letter: string): string {
  if (/[oO]/.test(letter)) return "0";
  return /[iIlL]/.test(letter) ? "1" : letter;
}
