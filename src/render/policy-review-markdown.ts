import type { FileProblem } from "../model/document.ts";
import type { PolicyReview } from "../model/set-change.ts";
import { codeSpan } from "./code-span.ts";
import { renderImpactMarkdown } from "./impact-markdown.ts";
import { inline } from "./inline.ts";
import { renderSetChangeMarkdown } from "./set-change-markdown.ts";

/** The review of a change of policies, registry and the like as Markdown: what is refused, how it compares, what it does. */
export function renderPolicyReviewMarkdown({ change, problems, impact }: PolicyReview): string {
  const parts = [
    "## Change of what systems are judged by\n",
    renderProblemsMarkdown(problems),
    renderSetChangeMarkdown(change),
    renderImpactMarkdown(impact),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** What is wrong with versions, changelogs, notice and translations, as Markdown; empty where nothing is. */
export function renderProblemsMarkdown(problems: readonly FileProblem[]): string {
  if (problems.length === 0) return "";
  const items = problems.map(
    ({ location, message, help }) =>
      `- ${codeSpan(`${location.file}:${location.line}`)}: ${inline(message)}\n  - help: ${inline(help)}`,
  );
  return `### What refuses it\n\n${items.join("\n")}\n`;
}
