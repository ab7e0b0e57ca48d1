import MarkdownIt from "markdown-it";

const parser = new MarkdownIt({ html: true, linkify: true });
// GitHub links what has a scheme or begins with `www.`, and no bare host names.
parser.linkify.set({ fuzzyLink: false });

/** The only HTML that our own templates write. */
const OWN_HTML =
  /^(?:<details>|<\/details>|<summary>[^<>&@`]*<\/summary>|<div dir="(?:rtl|ltr)">|<\/div>|<!-- bylaw:(?:summary|state v1 [^<>]*) -->|\s)*$/;

export interface Breach {
  readonly kind: "html" | "link" | "image" | "mention" | "cells" | "block";
  readonly text: string;
}

/** What in rendered Markdown is more than our own templates: read with a parser that allows raw HTML and links addresses. */
export function breaches(markdown: string): readonly Breach[] {
  const found: Breach[] = [];
  const report = (kind: Breach["kind"], text: string) => found.push({ kind, text });
  let cells = 0;
  let expected: number | undefined;
  for (const token of parser.parse(markdown, {})) {
    if (token.type === "html_block" && !OWN_HTML.test(token.content)) report("html", token.content);
    if (token.type === "fence" && !["sh", "yaml"].includes(token.info)) report("block", token.content);
    if (["code_block", "blockquote_open", "ordered_list_open", "hr"].includes(token.type))
      report("block", token.type);
    if (token.type === "table_open") expected = undefined;
    if (token.type === "tr_open") cells = 0;
    if (token.type === "th_open" || token.type === "td_open") cells += 1;
    if (token.type === "tr_close") {
      expected ??= cells;
      if (cells !== expected) report("cells", String(cells));
    }
    for (const child of token.children ?? []) {
      if (child.type === "html_inline") report("html", child.content);
      if (child.type === "image") report("image", child.content);
      if (child.type === "link_open" && !/^\.\.\/blob\/[0-9a-f]{40}\//.test(String(child.attrGet("href")))) {
        report("link", String(child.attrGet("href")));
      }
      if (child.type === "text" && /\bwww\.\w/i.test(child.content)) report("link", child.content);
      if (child.type === "text" && /@[a-z0-9]/i.test(child.content)) report("mention", child.content);
    }
  }
  return found;
}

/** How many rows and cells the tables of a text have, split as GitHub's own parser splits: any escape counts as one character. */
export function gfmCells(row: string): number {
  const inner = row.replace(/^\| /, "").replace(/ \|$/, "");
  return [...inner.matchAll(/(?:\\[!-/:-@[-`{-~]|[^|])+/g)].length;
}
