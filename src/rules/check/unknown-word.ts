import { nearest } from "./nearest.ts";

/** Message and help for a word that is not in a list, with the near miss stated. */
export function unknownWord(
  what: string,
  word: string,
  candidates: Iterable<string>,
  wayOut: string,
): { readonly message: string; readonly help: string } {
  const near = nearest(word, candidates);
  return near === undefined
    ? { message: `unknown ${what} \`${word}\``, help: wayOut }
    : {
        message: `unknown ${what} \`${word}\`; one with a similar name exists: \`${near}\``,
        help: `write \`${near}\`, or ${wayOut}`,
      };
}
