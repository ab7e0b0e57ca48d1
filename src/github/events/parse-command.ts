/** What a comment may ask the app for. */
export type Command =
  | { readonly name: "recheck" }
  | { readonly name: "explain" | "waiver"; readonly rule: string };

/** Longest id of a rule that is looked up. */
const LONGEST_RULE = 64;

/**
 * The command in the first line of a comment: `/bylaw recheck`, `/bylaw explain RULE` or `/bylaw waiver RULE`, to the letter.
 * Anything else, more words on the line included, is talk.
 */
export function parseCommand(body: string): Command | undefined {
  const [line = ""] = body.split(/\r?\n/, 1);
  const match =
    /^\/bylaw (?:(recheck)|(explain|waiver) ([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*))[ \t]*$/.exec(line);
  if (match === null) return undefined;
  const [, recheck, name, rule = ""] = match;
  if (recheck !== undefined) return { name: "recheck" };
  if (rule.length > LONGEST_RULE) return undefined;
  return { name: name === "explain" ? "explain" : "waiver", rule };
}
