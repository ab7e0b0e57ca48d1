import { type CodeLanguage, highlight } from "../highlight.ts";
import { type Html, html } from "../html.ts";

/** An id, path or value as code, from left to right in every language. */
export function code(text: string): Html {
  return html`<code dir="ltr">${text}</code>`;
}

/** Commands to type. They wrap, since half a command is of no use. */
export function commands(text: string): Html {
  return html`<pre class="command" dir="ltr"><code>${text.trimEnd()}</code></pre>`;
}

/** Lines of code, coloured by what they are where the language is known. */
export function codeBlock(text: string, language: CodeLanguage | undefined): Html {
  const trimmed = text.replace(/\n$/, "");
  if (language === undefined) return html`<pre dir="ltr" tabindex="0"><code>${trimmed}</code></pre>`;
  const shown = highlight(trimmed, language).map((tokens, index) => [
    index === 0 ? null : "\n",
    ...tokens.map(({ text: part, kind }) =>
      kind === "" ? part : html`<span class="${kind}">${part}</span>`,
    ),
  ]);
  return html`<pre dir="ltr" tabindex="0"><code>${shown}</code></pre>`;
}
