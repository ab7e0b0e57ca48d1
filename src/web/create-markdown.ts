import MarkdownIt, { type MarkdownIt as Markdown } from "markdown-it";
import type { CodeLanguage } from "./highlight.ts";
import { markupOf } from "./html.ts";
import { codeBlock, commands } from "./parts/code.ts";

/** A reader of Markdown whose pages look like the rest of the site. No HTML passes it. */
export function createMarkdown(): Markdown {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false });
  const plain = md.renderer.renderToken.bind(md.renderer);
  const { rules } = md.renderer;
  rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
  rules.table_close = () => "</table></div>\n";
  rules.th_open = (tokens, index, options) => {
    tokens[index]?.attrSet("scope", "col");
    return plain(tokens, index, options);
  };
  rules.code_inline = (tokens, index) =>
    `<code dir="ltr">${md.utils.escapeHtml(tokens[index]?.content ?? "")}</code>`;
  rules.fence = (tokens, index) => {
    const { content = "", info = "" } = tokens[index] ?? {};
    if (info === "sh") return `${markupOf(commands(content))}\n`;
    return `${markupOf(
      codeBlock(
        content,
        CODE.find((language) => info.startsWith(language)),
      ),
    )}\n`;
  };
  rules.text = (tokens, index) =>
    md.utils.escapeHtml(tokens[index]?.content ?? "").replace(/\b\d{4}-\d{2}-\d{2}\b/g, "<time>$&</time>");
  return md;
}

const CODE: readonly CodeLanguage[] = ["yaml", "json", "diff"];
