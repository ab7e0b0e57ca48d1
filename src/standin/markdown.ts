import { type MarkdownIt, default as Parser, type Token } from "markdown-it";
import { escapeHtml, type Html, trusted } from "./html.ts";
import { balanceTags } from "./markdown-balance.ts";
import { readTags } from "./markdown-tags.ts";

const renderer = createRenderer();

/**
 * Markdown as GitHub shows a comment, with no HTML but a few harmless tags, no images, and comments left
 * out. Whatever the text, the result is well-formed and runs nothing.
 */
export function renderMarkdown(text: string): Html {
  return trusted(renderer.render(text));
}

function createRenderer(): MarkdownIt {
  const markdown = new Parser({ html: false, linkify: false });
  markdown.validateLink = (address) => /^(?:https?:|mailto:|[^:]*$)/i.test(address.trim());
  readTags(markdown);
  markdown.core.ruler.push("balance-tags", (state) => balanceTags(state));
  markdown.core.ruler.push("direction", (state) => {
    for (const token of state.tokens) setDirection(token);
  });
  const { rules } = markdown.renderer;
  rules.tag = (tokens, index) => tokens[index]?.content ?? "";
  rules.image = (tokens, index) => escapeHtml(tokens[index]?.content ?? "");
  rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet("rel", "nofollow noopener noreferrer");
    return self.renderToken(tokens, index, options);
  };
  return markdown;
}

/** Submitted text runs in its own direction; a cell's alignment becomes a class, since styles are not allowed. */
function setDirection(token: Token): void {
  if (/^(?:p|h[1-6]|[ou]l|t[hd]|blockquote)$/.test(token.tag) && token.nesting === 1) {
    token.attrSet("dir", "auto");
  }
  const align = /^text-align:(\w+)$/.exec(`${token.attrGet("style") ?? ""}`)?.[1];
  if (align === undefined) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
  token.attrSet("class", align);
}
