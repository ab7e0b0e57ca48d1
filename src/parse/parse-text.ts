import type { JsonObject, JsonValue } from "../model/document.ts";
import { findBadCharacters } from "./characters.ts";
import type { Flaw } from "./flaw.ts";
import { isMap } from "./is-map.ts";
import { readYaml } from "./read-yaml.ts";

/** A text as a map of plain values, or everything wrong with its characters and its YAML. */
export type ParsedText =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

/** Parses the text of a file with one reader: refused characters first, then YAML, then that it holds a map. */
export function parseText(text: string): ParsedText {
  const characters = findBadCharacters(text);
  if (characters.length > 0) {
    return {
      ok: false,
      flaws: characters.map(({ at, length, ...words }) => ({
        stage: "syntax",
        start: at,
        end: at + length,
        ...words,
      })),
    };
  }
  const yaml = readYaml(text);
  if (!yaml.ok) return yaml;
  return isMap(yaml.value)
    ? { ok: true, value: yaml.value }
    : { ok: false, flaws: [refuseRoot(yaml.value, text)] };
}

function refuseRoot(value: JsonValue, text: string): Flaw {
  const [line = ""] = /\S[^\n]*/.exec(text) ?? [];
  const start = Math.max(0, text.indexOf(line));
  const what =
    value === null
      ? "the file holds nothing"
      : Array.isArray(value)
        ? "the file holds a list"
        : "the file holds one text or number";
  return {
    stage: "syntax",
    start,
    end: start + line.length,
    message: `${what}; it takes a map of keys`,
    help: "begin with `apiVersion: bylaw/v1` and `kind:`, each on a line of its own",
  };
}
