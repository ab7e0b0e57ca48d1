// Leaves the words of one language in a bundle.
import { readFile } from "node:fs/promises";
import { transform } from "esbuild";

export const LANGUAGES = ["en", "he", "ar"];

/** A plugin of esbuild that drops what the program says in other languages; English stays, which stands in elsewhere. */
export function oneLanguage(language) {
  const dropped = LANGUAGES.filter((other) => other !== "en" && other !== language);
  return {
    name: "one-language",
    setup({ onLoad }) {
      onLoad({ filter: /vocabulary-value\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        const value = JSON.parse(text.slice(text.indexOf("= {") + 2, text.lastIndexOf(";")));
        return {
          contents: `export const vocabulary = ${JSON.stringify(spoken(withoutNotes(value), language))};`,
        };
      });
      onLoad({ filter: /\/src\/.*-(en|he|ar)\.ts$/ }, ({ path }) => {
        const of = path.slice(-5, -3);
        // Lists of words stand for themselves: English is not asked where another language is.
        return of === language ? undefined : { contents: `export const ${of.toUpperCase()} = {};` };
      });
      onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        if (!dropped.some((other) => text.includes(`${other}:`))) return undefined;
        // Printed anew it has no types, comments or spaces: what is looked for stands in one form.
        const { code } = await transform(text, { loader: "ts", minifyWhitespace: true, charset: "utf8" });
        return { contents: withoutEntries(code, dropped) };
      });
    },
  };
}

/** The vocabulary without what it tells those who write facts and rules: how each fact is derived, and where. */
function withoutNotes({ facts, ...rest }) {
  const judging = Object.entries(facts).map(([name, { means: _means, module: _module, ...fact }]) => [
    name,
    fact,
  ]);
  return { ...rest, facts: Object.fromEntries(judging) };
}

/** Texts of the vocabulary in one language, which also stand in the place of the English ones: what repeats weighs little. */
function spoken(value, language) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => spoken(item, language));
  const text = value[language] ?? value.en;
  if (typeof value.en === "string") return { en: text, [language]: text };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoken(inner, language)]));
}

/** A program without the entries of its objects that have these names. */
function withoutEntries(code, names) {
  const entry = new RegExp(`([{,])(?:${names.join("|")}):`, "g");
  let kept = "";
  let from = 0;
  for (let found = entry.exec(code); found !== null; found = entry.exec(code)) {
    const end = endOfValue(code, entry.lastIndex);
    const isFirst = found[1] === "{";
    kept += code.slice(from, isFirst ? found.index + 1 : found.index);
    from = isFirst && code[end] === "," ? end + 1 : end;
    // What follows is looked at with the mark before it.
    entry.lastIndex = end;
  }
  return kept + code.slice(from);
}

/** Where the value of an entry ends: at the comma or brace after it, those inside it not counted. */
function endOfValue(code, start, marks = ",}") {
  let depth = 0;
  for (let at = start; at < code.length; at += 1) {
    const mark = code[at];
    if (mark === '"' || mark === "'" || mark === "`") at = endOfText(code, at);
    else if (depth === 0 && marks.includes(mark)) return at;
    else if ("([{".includes(mark)) depth += 1;
    else if (")]}".includes(mark)) depth -= 1;
  }
  throw new Error("an entry does not end");
}

/** Where a text ends: at the quote that closes it; what a template is filled with may hold texts of its own. */
function endOfText(code, start) {
  for (let at = start + 1; at < code.length; at += 1) {
    if (code[at] === code[start]) return at;
    if (code[at] === "\\") at += 1;
    else if (code[start] === "`" && code.startsWith("${", at)) at = endOfValue(code, at + 2, "}");
  }
  throw new Error("a text does not end");
}
