import { LANGUAGES, type Language } from "../model/language.ts";
import type { Progress, Review } from "../model/review.ts";
import type { PolicyReview } from "../model/set-change.ts";
import { codeSpan } from "./code-span.ts";
import { COMMENT_MARKER, progressSince } from "./comment-state.ts";
import type { ItemContext } from "./finding-item.ts";
import { foldTranslation } from "./fold-translation.ts";
import { groupFindings } from "./group-findings.ts";
import { headline } from "./headline.ts";
import { inline } from "./inline.ts";
import { isRightToLeft } from "./isolate.ts";
import { manifestTable } from "./manifest-table.ts";
import { foldedFindings, ofStanding, pressingFindings } from "./markdown-body.ts";
import { policyReviewSection } from "./policy-review-section.ts";
import { governedSection, mendedLine, problemSection, removedLine } from "./review-sections.ts";
import { type Say, sayIn, sentence } from "./words.ts";

export interface CommentContext {
  readonly repository: string;
  readonly base: string;
  readonly head: string;
  /** The app's own comment as it stands; `undefined` where there is none yet. */
  readonly previous: string | undefined;
  /** What the pull request changes of policies and the like, compared and tried. */
  readonly policies?: PolicyReview | undefined;
}

/** GitHub takes 65,536 characters. */
const BUDGET = 60_000;

const ROOM = {
  manifests: 8_000,
  governed: 4_000,
  problems: 8_000,
  removed: 1_000,
  policies: 18_000,
  policiesAgain: 8_000,
} as const;

/** Room kept while the findings are placed, for the folds after them. */
const FOLDS = 3_000;

const VERDICTS = { success: "pass", action_required: "needs-approval", failure: "fail" } as const;

/**
 * A review as the one summary comment of a pull request, at most 60,000 characters: what blocks in full, the
 * rest folded, the other languages folded, one line where nothing is open. The same review of the same head
 * gives the same text.
 */
export function renderComment(review: Review, context: CommentContext): string {
  const { language } = review;
  const say = sayIn(language);
  const open = review.reports[language].findings.filter(({ state }) => state === "open");
  const { progress, line } = progressSince(context.previous, context.head, open);
  const body =
    isQuiet(review) && context.policies === undefined
      ? quietLine(review, progress, say)
      : fullBody(review, context, progress, BUDGET - line.length - 200);
  const shown = isRightToLeft(language) ? `<div dir="rtl">\n\n${body}\n\n</div>` : body;
  // No line break at the end: a server that trims would make the same comment look changed.
  return `${COMMENT_MARKER}\n${line}\n\n${shown}`;
}

function isQuiet({ reports, language, problems, governed, reason }: Review): boolean {
  return (
    reason !== "not-evaluated" &&
    problems.length === 0 &&
    governed.every(({ approved }) => approved) &&
    reports[language].findings.every(({ state }) => state !== "open")
  );
}

function quietLine(review: Review, progress: Progress | undefined, say: Say): string {
  const mended = mendedLine(review, say, ROOM.removed);
  const first = `**Bylaw**: ${say("nothingOpen")}. ${inline(headline(review, say))}.${progressWords(progress, say)}`;
  return mended === "" ? first : `${first} ${mended}.`;
}

function fullBody(
  review: Review,
  context: CommentContext,
  progress: Progress | undefined,
  budget: number,
): string {
  const say = sayIn(review.language);
  const report = review.reports[review.language];
  const groups = groupFindings(report);
  const added = new Set(progress?.added.map(({ fingerprint }) => fingerprint));
  const item: ItemContext = {
    say,
    asOf: review.asOf,
    head: context.head,
    isNew: ({ fingerprint }) => added.has(fingerprint),
  };
  const parts: string[] = [];
  let room = budget;
  const add = (text: string) => {
    if (text === "") return;
    parts.push(text);
    room -= text.length + 2;
  };
  add(
    `**Bylaw: ${say(VERDICTS[review.conclusion])}.** ${inline(headline(review, say))}.${progressWords(progress, say)}`,
  );
  add(review.mode === "dry-run" ? say("dryRunNote") : "");
  add(manifestTable(report, groups, say, ROOM.manifests));
  add(removedLine(review, say, ROOM.removed));
  add(mendedLine(review, say, ROOM.removed));
  add(problemSection(review, say, ROOM.problems));
  add(governedSection(review, say, ROOM.governed));
  add(
    policyReviewSection(context.policies, {
      language: review.language,
      base: context.base,
      head: context.head,
      room: ROOM.policies,
    }),
  );
  add(pressingFindings(report, groups, item, room - FOLDS));
  for (const standings of [["upcoming"], ["note"], ["waived", "approved"]] as const) {
    add(foldedFindings(ofStanding(report, ...standings), item, Math.floor((room - FOLDS / 2) / 2)));
  }
  for (const language of LANGUAGES.filter((other) => other !== review.language)) {
    add(translation(review, language, context, Math.floor((room - FOLDS / 4) / 2)));
  }
  return parts.join("\n\n");
}

/** What changes of policies, and the pressing findings, in another language, folded, in its own direction. */
function translation(review: Review, language: Language, context: CommentContext, room: number): string {
  const say = sayIn(language);
  const report = review.reports[language];
  const title = `${inline(headline(review, say))}.`;
  const { head } = context;
  const changed = policyReviewSection(context.policies, {
    ...context,
    language,
    room: Math.min(ROOM.policiesAgain, Math.floor(room / 2)),
  });
  const findings = pressingFindings(
    report,
    groupFindings(report),
    { say, asOf: report.as_of, head },
    room - title.length - changed.length - 200,
  );
  const body = [title, changed, findings].filter((part) => part !== "").join("\n\n");
  return foldTranslation(language, body);
}

function progressWords(progress: Progress | undefined, say: Say): string {
  if (progress === undefined) return "";
  const { fixed, added, unchanged } = progress;
  const counts = [
    ...(fixed.length > 0 ? [say("fixed", { n: fixed.length })] : []),
    ...(added.length > 0 ? [say("added", { n: added.length })] : []),
    ...(unchanged > 0 ? [say("unchanged", { n: unchanged })] : []),
  ];
  if (counts.length === 0) return "";
  const rules = [...new Set(fixed)].slice(0, 20).map(codeSpan).join(say("and"));
  const words = [
    say("progress", { what: counts.join(say("and")) }),
    ...(rules === "" ? [] : [say("fixedRules", { rules })]),
  ];
  return words.map((word) => ` ${sentence(word)}.`).join("");
}
