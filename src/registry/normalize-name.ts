import { isLegalSuffix, withoutHanSuffix } from "./legal-suffix.ts";

/** A company name reduced to what tells companies apart: `full` as written, `core` without `Ltd`, בע"מ, 有限公司. */
export interface NormalName {
  readonly full: string;
  readonly core: string;
}

/**
 * Normalises a name: compatibility forms and full-width letters, invisible characters, combining marks,
 * case (Turkish dotless and dotted i included), Hebrew final letters, punctuation and separators, legal
 * suffixes. Look-alike letters of other scripts stay what they are; `skeletonOf` folds those.
 */
export function normalizeName(text: string): NormalName {
  return joined(wordsOf(foldMarks(text)));
}

/** The name without trade-mark signs, invisible characters and combining marks, in compatibility form, case kept. */
export function foldMarks(text: string): string {
  return text
    .replace(/[®™©℠]/gu, "")
    .normalize("NFKD")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]/gu, "")
    .normalize("NFKC");
}

/**
 * Words of a folded name, without gershayim and apostrophes, split at spaces, dashes, brackets and the
 * punctuation that separates words. Any other sign stays: dropped, `CE⏉C` would be CEC.
 */
export function wordsOf(folded: string): readonly string[] {
  return foldCase(folded)
    .replace(/['’‘`´"“”„׳״]/gu, "")
    .replaceAll("&", " and ")
    .split(/[\s\p{Z}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}_.,;:/\\·•・、。]+/u)
    .filter((word) => word !== "");
}

/** Joins words to the two forms compared. At least one word always stays. */
export function joined(words: readonly string[]): NormalName {
  const full = words.join("");
  let rest = words;
  for (let length = suffixLength(rest); length > 0; length = suffixLength(rest))
    rest = rest.slice(0, -length);
  return { full, core: withoutHanSuffix(rest.join("")) };
}

const FINAL_LETTERS: Readonly<Record<string, string>> = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };

/** Upper then lower case is the full folding: ß to ss, ς to σ, ı and İ to i. */
function foldCase(text: string): string {
  return text
    .toUpperCase()
    .toLowerCase()
    .replace(/\u0307/gu, "")
    .replace(/[ךםןףץ]/gu, (letter) => FINAL_LETTERS[letter] ?? letter);
}

/** How many words at the end are one legal suffix: `s`, `p`, `a` are three. Zero where nothing would be left. */
function suffixLength(words: readonly string[]): number {
  for (const length of [3, 2, 1]) {
    if (words.length <= length) continue;
    const tail = words.slice(-length);
    const spelled = length === 1 || tail.every((word) => word.length === 1);
    if (spelled && isLegalSuffix(tail.join(""))) return length;
  }
  return 0;
}
