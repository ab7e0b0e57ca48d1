import { type Html, html } from "./html.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Annotation, ReviewComment } from "./world.ts";

const LEVELS = {
  failure: ["Failure", "bad"],
  warning: ["Warning", "wait"],
  notice: ["Notice", "dim"],
} as const;

/** An annotation of a check. Its texts are plain, as on GitHub. */
export function renderAnnotation(annotation: Annotation): Html {
  const [word, tone] = LEVELS[annotation.annotation_level];
  const { start_line: start, end_line: end, title, raw_details: details } = annotation;
  const lines = start === end ? `line ${end}` : `lines ${start} to ${end}`;
  return html`<aside class="note ${tone}"><p><span class="level">${word}</span> <span class="dim">${lines}</span></p>
${title !== null && html`<p dir="auto"><strong>${title}</strong></p>`}<p dir="auto">${annotation.message}</p>
${details !== null && html`<details><summary>Details</summary><p dir="auto">${details}</p></details>`}</aside>`;
}

/** A review comment at a line. */
export function renderLineComment(comment: ReviewComment): Html {
  return html`<aside class="note dim"><p><strong><bdi>${comment.user.login}</bdi></strong></p>
<section>${renderMarkdown(comment.body)}</section></aside>`;
}
