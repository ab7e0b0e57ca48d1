import { type Html, html } from "./html.ts";

/** A row of a code table: a line, a place where lines are left out, or a note under the line before. */
export type CodeRow =
  | {
      readonly kind: "kept" | "added" | "removed";
      readonly left: number | undefined;
      readonly right: number | undefined;
      readonly text: string;
    }
  | { readonly kind: "gap" }
  | { readonly kind: "note"; readonly note: Html };

const SIGNS = { kept: " ", added: "+", removed: "-" } as const;

/** Lines of a file with their numbers, left to right whatever they say; wide lines scroll. */
export function renderCode(path: string, rows: readonly CodeRow[]): Html {
  return html`<section class="scroll" tabindex="0" aria-label="${path}">
<table class="code" role="presentation"><tbody>${rows.map(renderRow)}</tbody></table></section>`;
}

function renderRow(row: CodeRow): Html {
  if (row.kind === "gap")
    return html`<tr class="gap"><td class="line"></td><td class="line"></td><td>…</td></tr>`;
  if (row.kind === "note") return html`<tr><td colspan="3">${row.note}</td></tr>`;
  const text = showHidden(row.text.replace(/\r?\n$/, ""));
  return html`<tr class="${row.kind}"><td class="line">${row.left}</td><td class="line">${row.right}</td><td><code>${SIGNS[row.kind]} ${text}</code></td></tr>`;
}

/** Control characters and those that turn the direction of text, written out: code looks as it reads. */
function showHidden(text: string): string {
  return text.replace(/[^\P{C}\t]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
  });
}
