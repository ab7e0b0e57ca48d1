import { type Html, html } from "../html.ts";

/** A part of a bar: how much of the whole, and the kind that colours it. */
export interface BarPart {
  readonly value: number;
  readonly kind: "pass" | "fail" | "wait" | "open" | "plain";
}

/** A bar of parts of a whole. It only repeats numbers that stand beside it, so that readers of screens pass it over. */
export function bar(parts: readonly BarPart[], whole: number): Html {
  let begin = 0;
  const shown = parts.map(({ value, kind }) => {
    const width = whole === 0 ? 0 : (100 * value) / whole;
    const piece = html`<rect class="${kind}" x="${begin.toFixed(2)}" width="${width.toFixed(2)}" height="1"/>`;
    begin += width;
    return piece;
  });
  return html`<svg class="bar-chart" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">${shown}</svg>`;
}
