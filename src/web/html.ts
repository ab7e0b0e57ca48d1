const MARKUP = Symbol("markup");

/** A piece of HTML that is safe to send: made by `html`, by `trusted`, or nowhere. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What can be put into a template: text is escaped, pieces of HTML stay, nothing is left for `false` and blanks. */
export type HtmlPart = Html | string | number | false | null | undefined | readonly HtmlPart[];

/** A template whose texts are escaped, in an element as well as in a quoted attribute. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return trusted(strings.map((string, index) => `${string}${written(parts[index])}`).join(""));
}

/** Markup that whoever calls vouches for: written by a renderer that escapes what it is given. */
export function trusted(markup: string): Html {
  return { [MARKUP]: markup };
}

/** The markup itself, for a file. */
export function markupOf(piece: Html): string {
  return piece[MARKUP];
}

function written(part: HtmlPart): string {
  if (part === undefined || part === null || part === false) return "";
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  return isPiece(part) ? part[MARKUP] : part.map(written).join("");
}

function isPiece(part: Html | readonly HtmlPart[]): part is Html {
  return MARKUP in part;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What has no place in HTML is shown as what it is: nothing readable. */
function escapeText(text: string): string {
  return text
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/gu, "\uFFFD")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
