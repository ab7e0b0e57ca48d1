import { visible } from "./visible.ts";

/** A longer text says no more in a comment, and one text must not use up the whole budget. */
const LONGEST = 300;

/**
 * Submitted text as a Markdown code span, the only form in which it is ever shown: the fence is longer than
 * any run of backticks inside, hidden characters and the opening of a comment are written out.
 */
export function codeSpan(text: string): string {
  const units = [...text];
  const cut = units.length > LONGEST ? `${units.slice(0, LONGEST).join("")}…` : text;
  const content = visible(cut).replaceAll("<!--", "<\\u{21}--");
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/u.test(content) || content.trim() === "" ? " " : "";
  return `${fence}${pad}${content}${pad}${fence}`;
}
