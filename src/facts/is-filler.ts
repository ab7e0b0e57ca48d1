/**
 * Whether a text only fills its place: spaces, dashes, dots, or a word that stands for nothing. The one way to say
 * that there is nothing is `none`; anything else that says nothing is blank.
 */
export function isFiller(text: string): boolean {
  return text.length <= LONGEST && FILLER.test(text.normalize("NFKC").trim());
}

/** No filler is longer, so that a text of ordinary length costs nothing. */
const LONGEST = 16;

const FILLER =
  /^(?:[^\p{L}\p{N}]*|none|n[/.]?a\.?|nil|null|tbd|tba|todo|unknown|not applicable|אין|לא ידוע|לא יודע|لا يوجد|غير معروف)$/iu;
