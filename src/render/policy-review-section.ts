import type { Language } from "../model/language.ts";
import type { PolicyReview } from "../model/set-change.ts";
import { codeSpan } from "./code-span.ts";
import { fitLines } from "./fit-lines.ts";
import { renderImpactMarkdown } from "./impact-markdown.ts";
import { isRightToLeft } from "./isolate.ts";
import { renderSetChangeMarkdown } from "./set-change-markdown.ts";

/** Where a section about policies stands: the language around it, the commits compared, and its room in bytes. */
export interface PolicySectionContext {
  readonly language: Language;
  readonly base: string;
  readonly head: string;
  readonly room: number;
}

/** Room kept for headings, direction and the lines about what was left out. */
const FRAME = 800;

/** How much of the room the comparison takes at most; what it leaves goes to the impact. */
const COMPARED = 0.5;

/**
 * How a change of policies and the like compares and what it does, as Markdown of at most `room` bytes; empty
 * where nothing of that changes. What refuses it stands among the problems of the review. In English, as
 * policies are compared, in its own direction.
 */
export function policyReviewSection(
  policies: PolicyReview | undefined,
  { language, base, head, room }: PolicySectionContext,
): string {
  if (policies === undefined) return "";
  const free = Math.max(0, room - FRAME);
  const compared = fitLines(renderSetChangeMarkdown(policies.change), Math.floor(free * COMPARED));
  const impact = fitLines(renderImpactMarkdown(policies.impact), free - compared.size);
  const body = [
    compared.text,
    leftLine(compared.left, "how it compares", `npx bylaw diff ${base} ${head}`),
    impact.text,
    leftLine(impact.left, "what it does", `npx bylaw impact ${base} ${head}`),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
  return isRightToLeft(language) ? `<div dir="ltr">\n\n${body}\n\n</div>` : body;
}

function leftLine(left: number, what: string, command: string): string {
  if (left === 0) return "";
  const lines = left === 1 ? "One more line" : `${left} more lines`;
  return `_${lines} of ${what} left out for want of room;_ ${codeSpan(command)} _prints all._`;
}
