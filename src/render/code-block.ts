import { visible } from "./visible.ts";

/**
 * Submitted lines as a Markdown code block: the fence is longer than any run of backticks inside, hidden
 * characters and the opening of a comment are written out.
 */
export function codeBlock(text: string, language: string, indent = ""): string {
  const lines = text.trimEnd().split("\n").map(visible);
  const content = lines.map((line) => line.replaceAll("<!--", "<\\u{21}--"));
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...content, fence].map((line) => `${indent}${line}`).join("\n");
}
