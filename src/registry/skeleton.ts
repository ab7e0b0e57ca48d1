import { LOOK_ALIKES } from "./look-alikes.ts";
import { foldMarks, joined, type NormalName, wordsOf } from "./normalize-name.ts";

/**
 * A name as the eye takes it: letters of other scripts, digits and signs that look like Latin letters
 * become those letters, `1`, `l`, `|` and `i` become one, `rn` reads as `m`. Two names with one skeleton
 * and different normal forms are confusable. Names in other scripts keep their own letters.
 */
export function skeletonOf(text: string): NormalName {
  const latin = [...foldMarks(text)].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join("");
  const { full, core } = joined(wordsOf(latin));
  return { full: foldShapes(full), core: foldShapes(core) };
}

function foldShapes(name: string): string {
  return name.replaceAll("rn", "m").replaceAll("vv", "w").replaceAll("i", "l");
}
