import type { Language } from "../model/language.ts";
import { codeSpan } from "../render/code-span.ts";
import { inline } from "../render/inline.ts";
import { isRightToLeft } from "../render/isolate.ts";

/** Code and dates: the parts of a text whose signs change places on a page written from right to left. */
const ISLANDS = /(`[^`]+`|\d{4}-\d{2}(?:-\d{2})?)/;

/** Letters of the Hebrew and Arabic scripts. */
const RIGHT_TO_LEFT = /\p{Script=Hebrew}|\p{Script=Arabic}/u;

/** A text as Markdown that can be nothing but text; on pages from right to left its code and dates stay in order. */
export function prose(text: string, language: Language): string {
  if (!isRightToLeft(language)) return inline(text);
  return text
    .split(ISLANDS)
    .map((part, index) => {
      if (index % 2 === 0) return withEdges(part);
      return part.startsWith("`") ? code(part.slice(1, -1), language) : island(part, language);
    })
    .join("");
}

/** A name or path as a code span, kept from left to right. */
export function code(text: string, language: Language): string {
  return island(codeSpan(text), language);
}

/** A text that stands in English on every page, such as the title of a source. */
export function english(text: string, language: Language): string {
  return island(inline(text), language);
}

/** A name in whatever script it is written: set apart where that runs against the page. */
export function named(text: string, language: Language): string {
  const against = isRightToLeft(language) !== RIGHT_TO_LEFT.test(text);
  if (!against) return inline(text);
  return `<span dir="${isRightToLeft(language) ? "ltr" : "rtl"}">${inline(text)}</span>`;
}

/** Markdown set from left to right in a page that is not. */
function island(markdown: string, language: Language): string {
  return isRightToLeft(language) ? `<span dir="ltr">${markdown}</span>` : markdown;
}

/** Escaped as prose; the spaces around a part, which escaping drops, separate it from its neighbours. */
function withEdges(part: string): string {
  if (part.trim() === "") return part === "" ? "" : " ";
  return `${/^\s/.test(part) ? " " : ""}${inline(part)}${/\s$/.test(part) ? " " : ""}`;
}
