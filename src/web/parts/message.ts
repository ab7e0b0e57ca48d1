import { type Html, html } from "../html.ts";

/** A message of a finding: its parts in backticks as code, all else as text in whatever direction it is written. */
export function message(text: string): Html {
  const parts = text.split(/`([^`]+)`/);
  return html`<span dir="auto">${parts.map((part, index) =>
    index % 2 === 0 ? part : html`<code dir="auto">${part}</code>`,
  )}</span>`;
}
