import type { Flaw } from "./flaw.ts";
import { MAX_DEPTH } from "./limits.ts";
import { quote } from "./words.ts";

/** A reason given by the YAML parser at an offset, in plain words with a way out. */
export function describeYamlError(reason: string, at: number, text: string): Flaw {
  const end = endOfWord(text, at);
  if (reason === "duplicated mapping key") {
    const [key = ""] = /^[^\n:"']*/.exec(text.slice(at)) ?? [];
    return {
      stage: "syntax",
      start: at,
      end: at + key.trimEnd().length,
      message: `the key ${quote(key.trimEnd())} stands twice in the same map`,
      help: "keep one of the two",
    };
  }
  if (reason.startsWith("nesting exceeded")) {
    return {
      stage: "limits",
      start: at,
      end,
      message: `maps and lists are nested too deeply; the limit is ${MAX_DEPTH} levels`,
      help: "write the file with less nesting",
    };
  }
  if (reason === "deficient indentation" && /[\]}]/.test(text.charAt(at))) {
    return {
      stage: "syntax",
      start: at,
      end: at + 1,
      message: `the closing ${quote(text.charAt(at))} is indented no further than the key it belongs to`,
      help: "indent it by two spaces more, or put it at the end of the line above",
    };
  }
  const known = SENTENCES.find(([part]) => reason.includes(part));
  if (known === undefined) {
    const found = text.slice(at, end).trim();
    return {
      stage: "syntax",
      start: at,
      end,
      message:
        found === "" ? "the YAML cannot be read from here on" : `the YAML cannot be read at ${quote(found)}`,
      help: "look at this line and the one above for a missing quote, colon, comma or space",
    };
  }
  const [, message, help] = known;
  return { stage: "syntax", start: at, end, message, help };
}

/** From an offset to the end of the word there, at least one unit, never past the line. */
function endOfWord(text: string, at: number): number {
  const quoted = /^(["'])(?:(?!\1)[^\n\\]|\\.)*\1/.exec(text.slice(at, at + 200));
  const length =
    quoted?.[0].length ??
    /^[^\s:,[\]{}]+/.exec(text.slice(at, at + 200))?.[0].length ??
    (text[at] === "\n" ? 0 : 1);
  return Math.min(text.length, at + length);
}

/** Part of the parser's reason, what is wrong, what to do. The first that matches counts. */
const SENTENCES: readonly (readonly [string, string, string])[] = [
  ["tab characters", "a tab stands where spaces indent the line", "indent with spaces"],
  [
    "deficient indentation",
    "this line is indented less than the block it belongs to, or a bracket or quote above is never closed",
    "indent it like the lines above, or close the bracket or quote",
  ],
  [
    "bad indentation of a mapping entry",
    "this key does not stand in line with the keys above, or the value above has an unquoted `: ` in it",
    "put keys of one map under each other; put text with `: ` in quotes",
  ],
  [
    "bad indentation of a sequence entry",
    "this list item does not stand in line with the items above",
    "put the `-` of all items of one list under each other",
  ],
  [
    "bad explicit indentation",
    "the number after `|` or `>` does not fit the text below",
    "write `|` or `>` without a number",
  ],
  [
    "multiline key",
    "a key runs over several lines, or a `:` is missing after it",
    "write each key on one line, with a colon and a space after it",
  ],
  ["expected ':'", "a `:` is missing after this key", "write the key, a colon and a space"],
  ["whitespace character is expected", "a space is missing after the `:`", "put a space after the colon"],
  ["missed comma", "a `,` is missing between two entries", "put a comma between the entries"],
  ["but found ','", "a `,` stands where an entry should", "delete the comma that is one too many"],
  ["within a flow collection", "a `[` or `{` is never closed", "write the closing `]` or `}`"],
  ["double quoted", 'a `"` is never closed', 'write the closing `"`'],
  [
    "single quoted",
    "a `'` is never closed",
    "write the closing `'`; inside such a text a `'` is written twice",
  ],
  [
    "escape sequence",
    'a `\\` inside `"` stands before a character that has no meaning there',
    "write `\\\\` for a backslash, or use single quotes",
  ],
  [
    "hexadecimal",
    'the code after `\\x`, `\\u` or `\\U` inside `"` is not complete',
    "write 2, 4 or 8 hexadecimal digits",
  ],
  [
    "document separator",
    "text stands here that belongs to no key",
    "write it as `key: value`, or put the whole text in quotes",
  ],
  [
    "anchor",
    "an anchor (`&`) stands here; every value is written out where it belongs",
    "write the value without it",
  ],
  [
    "alias",
    "an alias (`*`) stands here; every value is written out where it belongs",
    "write the value itself, or quote text that begins with `*`",
  ],
  [
    "tag",
    "a tag (`!`) stands here; values are plain text, numbers, `true`, `false`",
    "write the value without it, or quote text that begins with `!`",
  ],
  ["line break is expected", "text stands after `|` or `>`", "begin the text on the next line"],
];
