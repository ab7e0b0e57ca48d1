/** HTML that is safe to write as it stands. Made by `html` and `trusted` only. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A template whose values are escaped, unless they are `Html` themselves. Nothing stands for no value. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const parts = strings.map((text, index) => text + (index < values.length ? markupOf(values[index]) : ""));
  return { markup: parts.join("") };
}

/** Markup that was made safe elsewhere, such as rendered Markdown. */
export function trusted(markup: string): Html {
  return { markup };
}

/** Text with the five characters that mean something in HTML written as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(`${part}`);
  return "markup" in part ? part.markup : part.map(markupOf).join("");
}
