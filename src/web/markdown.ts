import type { StateCore, StateInline, Token } from "markdown-it";
import { createMarkdown } from "./create-markdown.ts";
import { type Html, trusted } from "./html.ts";

/** Markdown blocks of `src/site` as HTML: text of people is escaped in them already, and no HTML passes but their own marks. */
export function generatedMarkdown(blocks: readonly string[]): Html {
  return trusted(GENERATED.render(blocks.join("\n\n")));
}

/** One line of such Markdown, without a paragraph around it. */
export function generatedInline(line: string): Html {
  return trusted(GENERATED.renderInline(line));
}

/** The same line as plain text, for feeds and titles. */
export function generatedText(line: string): string {
  const tokens = GENERATED.parseInline(line, {}).flatMap(({ children }) => children ?? []);
  return tokens
    .map(({ content }) => content)
    .join("")
    .replaceAll("\u200b", "");
}

/** Prose a person wrote in Markdown. HTML in it is shown as text. */
export function proseMarkdown(text: string): Html {
  return trusted(PROSE.render(text));
}

const PROSE = createMarkdown();
const GENERATED = createMarkdown();
GENERATED.inline.ruler.before("html_inline", "mark", ownMark);
GENERATED.core.ruler.push("places", placesOnHeadings);

const MARK =
  /<(?:span dir="(?<direction>ltr|rtl)"|a id="(?<place>[a-z0-9-]+)"|(?<end>\/span)|(?<closed>\/a))>/y;

/** The marks that the generated pages set themselves: a part in its own direction, and a place to link to. */
function ownMark(state: StateInline, silent: boolean): boolean {
  MARK.lastIndex = state.pos;
  const groups = MARK.exec(state.src)?.groups;
  if (groups === undefined) return false;
  if (!silent && groups.closed === undefined) pushMark(state, groups);
  state.pos = MARK.lastIndex;
  return true;
}

function pushMark(
  state: StateInline,
  { direction, place, end }: Readonly<Record<string, string | undefined>>,
) {
  if (end !== undefined) state.push("mark_close", "bdi", -1);
  else if (place !== undefined) {
    const open = state.push("place_open", "span", 1);
    open.attrSet("id", place);
    state.push("place_close", "span", -1);
  } else {
    const open = state.push("mark_open", "bdi", 1);
    open.attrSet("dir", direction ?? "auto");
    // What is written from left to right on such a page is a name or code, or English that nobody translated.
    if (direction === "ltr" && /^[^`\d]/.test(state.src.slice(MARK.lastIndex))) open.attrSet("lang", "en");
  }
}

/** A place alone in its paragraph becomes the id of the heading below it. */
function placesOnHeadings({ tokens }: StateCore): void {
  for (let index = 0; index + 3 < tokens.length; index += 1) {
    const place = placeAlone(tokens[index + 1]);
    const heading = tokens[index + 3];
    if (tokens[index]?.type !== "paragraph_open" || place === undefined) continue;
    if (heading?.type !== "heading_open") continue;
    heading.attrSet("id", place);
    tokens.splice(index, 3);
  }
}

function placeAlone(token: Token | undefined): string | undefined {
  const [open, close, ...rest] = token?.type === "inline" ? (token.children ?? []) : [];
  if (open?.type !== "place_open" || close === undefined || rest.length > 0) return undefined;
  const id = open.attrGet("id");
  return typeof id === "string" ? id : undefined;
}
