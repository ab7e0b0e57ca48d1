/**
 * Whether a text only fills its place: spaces, dashes, dots, or a word that stands for nothing. The one way to say
 * that there is nothing is `none`; anything else that says nothing is blank.
 */
export function isFiller(text: string): boolean {
  return text.length <= LONGEST && !OTHERWISE.test(text) && FILLER.test(text.normalize("NFKC").trim());
}

/** No filler is longer, and none begins with these letters, so that texts of everyday cost next to nothing. */
const LONGEST = 16;
const OTHERWISE = /^[a-mo-sv-z]/i;

const FILLER =
  /^(?:[^\p{L}\p{N}]*|none|n[/.]?a\.?|nil|null|tbd|tba|todo|unknown|not applicable|אין|לא ידוע|לא יודע|لا يوجد|غير معروف)$/iu;
