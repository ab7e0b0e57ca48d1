import type { FileProblem } from "../model/document.ts";
import type { Language } from "../model/language.ts";
import { sayChangeIn } from "./change-words.ts";
import { codeSpan } from "./code-span.ts";
import { inline } from "./inline.ts";

/** What is wrong with versions, changelogs, notice and translations, as Markdown; empty where nothing is. */
export function renderProblemsMarkdown(problems: readonly FileProblem[], language: Language): string {
  if (problems.length === 0) return "";
  const say = sayChangeIn(language);
  const items = problems.map(
    ({ location, message, help }) =>
      `- ${codeSpan(`${location.file}:${location.line}`)}: ${inline(message)}\n  - ${say("help")}: ${inline(help)}`,
  );
  return `### ${say("whatRefuses")}\n\n${items.join("\n")}\n`;
}
