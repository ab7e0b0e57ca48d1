import { type Html, html } from "../html.ts";

/**
 * A message of a finding: its parts in backticks as code, all else as text in whatever direction it is written. Dates
 * stand for themselves, since their parts would change places among Arabic letters.
 */
export function message(text: string): Html {
  const parts = text.split(/`([^`]+)`/);
  return html`<span dir="auto">${parts.map((part, index) =>
    index % 2 === 0 ? datesApart(part) : html`<code dir="auto">${part}</code>`,
  )}</span>`;
}

function datesApart(text: string): readonly (Html | string)[] {
  return text
    .split(/\b(\d{4}-\d{2}-\d{2})\b/)
    .map((part, index) => (index % 2 === 0 ? part : html`<time>${part}</time>`));
}
