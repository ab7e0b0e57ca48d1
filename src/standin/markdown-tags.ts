import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";

/** What is shown of HTML in comments: these tags, written exactly so. Everything else stays text. */
const TAG =
  /<!--[\s\S]*?-->|<\/?(?:details|summary|div|sub|sup|kbd)>|<details open>|<div dir="(?:rtl|ltr|auto)">|<br ?\/?>/y;
const BLOCK = /^ {0,3}<(?:\/?(?:details|summary|div)[ >]|!--)/;

/** Teaches a parser the tags GitHub keeps and the comments it hides, as tokens of the type `tag`. */
export function readTags(markdown: MarkdownIt): void {
  markdown.block.ruler.before("html_block", "tag-block", readBlock, {
    alt: ["paragraph", "reference", "blockquote"],
  });
  markdown.inline.ruler.before("html_inline", "tag", (state, silent) => {
    const tag = tagAt(state.src, state.pos);
    if (tag === undefined) return false;
    if (!silent) pushTag(state, tag);
    state.pos += tag.length;
    return true;
  });
}

/**
 * An HTML block of CommonMark: to the next blank line, or to the end of a comment that starts it. What is
 * in it is no Markdown.
 */
function readBlock(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const first = state.getLines(start, start + 1, state.blkIndent, false);
  if (!BLOCK.test(first)) return false;
  if (silent) return true;
  const isComment = /^ {0,3}<!--/.test(first);
  let line = start;
  while (line < end) {
    const text = state.getLines(line, line + 1, state.blkIndent, false);
    if (!isComment && text.trim() === "") break;
    line += 1;
    if (isComment && text.includes("-->")) break;
  }
  const source = state.getLines(start, line, state.blkIndent, true);
  for (let at = 0; at < source.length; ) {
    const tag = tagAt(source, at);
    const next = tag === undefined ? nextTag(source, at) : at + tag.length;
    if (tag !== undefined) pushTag(state, tag);
    else state.push("text", "", 0).content = decode(source.slice(at, next));
    at = next;
  }
  state.line = line;
  return true;
}

function tagAt(source: string, position: number): string | undefined {
  TAG.lastIndex = position;
  return TAG.exec(source)?.[0];
}

function nextTag(source: string, from: number): number {
  for (let at = source.indexOf("<", from + 1); at >= 0; at = source.indexOf("<", at + 1)) {
    if (tagAt(source, at) !== undefined) return at;
  }
  return source.length;
}

/** Comments leave no trace. */
function pushTag(state: StateBlock | StateInline, tag: string): void {
  if (tag.startsWith("<!--")) return;
  state.push("tag", "", 0).content = tag;
}

/** Entities of an HTML block, which the renderer escapes again. */
function decode(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return text.replace(
    /&(?:(amp|lt|gt|quot)|#(\d{1,6}));/g,
    (whole, name: string | undefined, code: string) =>
      name === undefined ? fromCode(Number(code), whole) : (named[name] ?? whole),
  );
}

function fromCode(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : otherwise;
}
