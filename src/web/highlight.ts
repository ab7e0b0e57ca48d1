import { createCssVariablesTheme, createHighlighterCoreSync, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import diff from "shiki/langs/diff.mjs";
import json from "shiki/langs/json.mjs";
import yaml from "shiki/langs/yaml.mjs";

export type CodeLanguage = "yaml" | "json" | "diff";

/** A piece of code, with the class that colours it; empty for plain text. */
export interface CodeToken {
  readonly text: string;
  readonly kind: string;
}

let highlighter: HighlighterCore | undefined;
const done = new Map<string, readonly (readonly CodeToken[])[]>();

/** Code by line and token. The same code is read once, since it stands on the pages of every language. */
export function highlight(code: string, language: CodeLanguage): readonly (readonly CodeToken[])[] {
  const key = `${language} ${code}`;
  let lines = done.get(key);
  if (lines === undefined) {
    highlighter ??= createHighlighterCoreSync({
      themes: [createCssVariablesTheme({ name: "site", variablePrefix: "--" })],
      langs: [diff, json, yaml],
      engine: createJavaScriptRegexEngine(),
    });
    const tokens = highlighter.codeToTokensBase(code, { lang: language, theme: "site" });
    lines = tokens.map((line) =>
      line.map(({ content, color }) => ({ text: content, kind: KINDS[color ?? ""] ?? "" })),
    );
    done.set(key, lines);
  }
  return lines;
}

/** Colours of the theme by our classes: a style attribute would break the content security policy. */
const KINDS: Readonly<Record<string, string>> = {
  "var(--token-keyword)": "t-key",
  "var(--token-string)": "t-string",
  "var(--token-string-expression)": "t-string",
  "var(--token-constant)": "t-constant",
  "var(--token-comment)": "t-comment",
  "var(--token-inserted)": "t-inserted",
  "var(--token-deleted)": "t-deleted",
};
