import type { Token } from "markdown-it";
import { createMarkdown } from "../create-markdown.ts";
import { type Html, html, markupOf, trusted } from "../html.ts";
import { code } from "../parts/code.ts";

/** A guide, read: what stands in its heading, and what stands below. */
export interface GuideText {
  readonly title: string;
  readonly body: Html;
  /** Its parts, by the ids GitHub gives their headings too. */
  readonly contents: readonly { readonly id: string; readonly title: string }[];
}

/**
 * A guide as part of a page. `addressOf` says where a link of it leads, and `undefined` where there is nothing to lead to:
 * then its words stand alone.
 */
export function guideText(text: string, addressOf: (link: string) => string | undefined): GuideText {
  const tokens = MARKDOWN.parse(text, {});
  const headings = tokens.flatMap((token, index) =>
    token.type === "heading_open" ? [{ token, title: plainText(tokens[index + 1]) }] : [],
  );
  const [first, ...rest] = headings;
  const begin = first === undefined ? 0 : tokens.indexOf(first.token) + 3;
  const contents = named(rest);
  for (const { children } of tokens) {
    turnLinks(children ?? [], addressOf);
    sayExitCode(children ?? []);
  }
  return {
    title: first?.title ?? "",
    body: trusted(MARKDOWN.renderer.render(tokens.slice(begin), MARKDOWN.options, {})),
    contents,
  };
}

const MARKDOWN = createMarkdown();
const { fence } = MARKDOWN.renderer.rules;
/** A block that is an edit of a file says of which. */
MARKDOWN.renderer.rules.fence = (tokens, index, options, env, self) => {
  const block = fence?.(tokens, index, options, env, self) ?? "";
  const [, file] = / file=(\S+)/.exec(tokens[index]?.info ?? "") ?? [];
  if (file === undefined) return block;
  return markupOf(html`<figure><figcaption>${code(file)}</figcaption>${trusted(block)}</figure>\n`);
};

function plainText(token: Token | undefined): string {
  return (token?.children ?? []).map(({ content }) => content).join("");
}

/** Gives headings the ids that links on GitHub use, and lists those of the second level. */
function named(headings: readonly { readonly token: Token; readonly title: string }[]) {
  const used = new Map<string, number>();
  return headings.flatMap(({ token, title }) => {
    const base = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-");
    const before = used.get(base) ?? 0;
    used.set(base, before + 1);
    const id = before === 0 ? base : `${base}-${before}`;
    token.attrSet("id", id);
    return token.tag === "h2" ? [{ id, title }] : [];
  });
}

/** Leads links where they lead on the site. The end of one that leads nowhere goes with its beginning. */
function turnLinks(tokens: readonly Token[], addressOf: (link: string) => string | undefined): void {
  let isHidden = false;
  for (const token of tokens) {
    if (token.type === "link_open") {
      const address = addressOf(String(token.attrGet("href") ?? ""));
      isHidden = address === undefined;
      token.attrSet("href", address ?? "");
    }
    if (token.type === "link_open" || token.type === "link_close") token.hidden = isHidden;
  }
}

/** What the tests of the guides read as the exit code of a command is told to a person in a sentence. */
function sayExitCode([only, ...further]: readonly Token[]): void {
  const [, exit] = /^exit: (\d+)$/.exec(only?.content ?? "") ?? [];
  if (only !== undefined && further.length === 0 && exit !== undefined)
    only.content = `The command ends with exit code ${exit}.`;
}
