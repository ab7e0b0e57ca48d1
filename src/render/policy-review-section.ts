import type { Language } from "../model/language.ts";
import type { PolicyReview } from "../model/set-change.ts";
import { type SayChange, sayChangeIn } from "./change-words.ts";
import { codeSpan } from "./code-span.ts";
import { fitLines } from "./fit-lines.ts";
import { renderImpactMarkdown } from "./impact-markdown.ts";
import { renderSetChangeMarkdown } from "./set-change-markdown.ts";

/** Where a section about policies stands: its language, the commits compared, and its room in bytes. */
export interface PolicySectionContext {
  readonly language: Language;
  readonly base: string;
  readonly head: string;
  readonly room: number;
}

/** Room kept for headings and the lines about what was left out. */
const FRAME = 800;

/** How much of the room the comparison takes at most; what it leaves goes to the impact. */
const COMPARED = 0.5;

/**
 * How a change of policies and the like compares and what it does, as Markdown of at most `room` bytes; empty
 * where nothing of that changes. What refuses it stands among the problems of the review.
 */
export function policyReviewSection(
  policies: PolicyReview | undefined,
  { language, base, head, room }: PolicySectionContext,
): string {
  if (policies === undefined) return "";
  const say = sayChangeIn(language);
  const free = Math.max(0, room - FRAME);
  const compared = fitLines(
    renderSetChangeMarkdown(policies.change[language], language),
    Math.floor(free * COMPARED),
  );
  const impact = fitLines(
    renderImpactMarkdown(policies.impact, { language, said: policies.language }),
    free - compared.size,
  );
  return [
    compared.text,
    leftLine("leftOfComparison", compared.left, `npx bylaw diff ${base} ${head}`, say),
    impact.text,
    leftLine("leftOfImpact", impact.left, `npx bylaw impact ${base} ${head}`, say),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function leftLine(
  what: "leftOfComparison" | "leftOfImpact",
  left: number,
  command: string,
  say: SayChange,
): string {
  return left === 0 ? "" : `_${say(what, { n: left })}_ ${codeSpan(command)} _${say("printsAll")}_`;
}
