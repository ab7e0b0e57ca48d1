/**
 * Control, bidirectional, invisible and unpaired characters: whatever can move, hide or reorder text. The
 * Hangul fillers and the braille blank are letters and symbols by class, and invisible.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The text with every hidden character written out, `\u{202E}`, so that nothing can move the cursor or reorder a line. */
export function visible(text: string): string {
  return text.replace(
    HIDDEN,
    (character) => SHORT[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}

/** Prose of one or more lines as one line, hidden characters written out. */
export function oneLine(text: string): string {
  return visible(text.trim().replace(/\s*\n\s*/g, " "));
}
