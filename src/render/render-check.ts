import type { Review } from "../model/review.ts";
import type { PolicyReview } from "../model/set-change.ts";
import { type CheckAnnotation, findingAnnotation, problemAnnotation } from "./check-annotation.ts";
import { codeBlock } from "./code-block.ts";
import { codeSpan } from "./code-span.ts";
import { fitItems } from "./fit-items.ts";
import { groupFindings } from "./group-findings.ts";
import { headline } from "./headline.ts";
import { inline } from "./inline.ts";
import { manifestTable, sayLeft } from "./manifest-table.ts";
import { policyReviewSection } from "./policy-review-section.ts";
import { governedSection, mendedLine, problemSection, removedLine } from "./review-sections.ts";
import { table } from "./table.ts";
import { visible } from "./visible.ts";
import { type Say, sayIn, sentence } from "./words.ts";
import { worstFirst } from "./worst-first.ts";

export interface CheckContext {
  readonly repository: string;
  readonly base: string;
  readonly head: string;
  /** Command line that gives the same verdict on a clone. */
  readonly command: string;
  /** What the pull request changes of policies and the like, compared and tried. */
  readonly policies?: PolicyReview | undefined;
}

export interface RenderedCheck {
  readonly title: string;
  /** Markdown, within the 65,535 bytes GitHub takes. */
  readonly summary: string;
  /** Worst first, at most 200. */
  readonly annotations: readonly CheckAnnotation[];
  /** How many findings have no annotation for want of room. */
  readonly left: number;
}

const MOST_ANNOTATIONS = 200;

/** Bytes each part may take; together with headings and `judged` they stay under GitHub's 65,535. */
const ROOM = {
  manifests: 24_000,
  governed: 10_000,
  problems: 14_000,
  removed: 2_000,
  policies: 6_000,
  policyReview: 0,
} as const;

/** The same where the change of policies is part of it. */
const ROOM_WITH_POLICIES: Readonly<Record<keyof typeof ROOM, number>> = {
  ...ROOM,
  manifests: 12_000,
  governed: 6_000,
  problems: 12_000,
  policyReview: 18_000,
};

/** A review as the output of a check run. */
export function renderCheck(review: Review, context: CheckContext): RenderedCheck {
  const say = sayIn(review.language);
  const report = review.reports[review.language];
  const title = headline(review, say);
  const room = context.policies === undefined ? ROOM : ROOM_WITH_POLICIES;
  const annotations = [
    ...review.problems.filter(({ side }) => side === "head").map(problemAnnotation),
    ...worstFirst(report.findings)
      .filter(({ state }) => state === "open" || state === "upcoming")
      .map((finding) => findingAnnotation(finding, say)),
  ];
  const left = Math.max(0, annotations.length - MOST_ANNOTATIONS);
  const parts = [
    `**${inline(title)}.**`,
    manifestTable(report, groupFindings(report), say, room.manifests),
    removedLine(review, say, ROOM.removed),
    mendedLine(review, say, ROOM.removed),
    problemSection(review, say, room.problems),
    governedSection(review, say, room.governed),
    policyReviewSection(context.policies, {
      language: review.language,
      base: context.base,
      head: context.head,
      room: room.policyReview,
    }),
    left === 0 ? "" : sayLeft(left, say),
    judgedSection(review, context, say),
    reproduceSection(context, say),
  ];
  return {
    title,
    summary: parts.filter((part) => part !== "").join("\n\n"),
    annotations: annotations.slice(0, MOST_ANNOTATIONS),
    left,
  };
}

/** Everything the verdict rests on, so that it can be replayed. */
function judgedSection(review: Review, { repository, base, head }: CheckContext, say: Say): string {
  const report = review.reports[review.language];
  const policies = fitItems(review.policies.map(codeSpan), ROOM.policies, say("and"));
  const rows = [
    // A branch reviewed on someone's own machine has none.
    ...(repository === "" ? [] : [[say("repository"), codeSpan(repository)]]),
    [say("base"), codeSpan(base)],
    [say("head"), codeSpan(head)],
    [say("date"), say("validUntil", { date: review.asOf, until: review.validUntil })],
    [say("policies"), `${policies.text}${policies.left === 0 ? "" : ` ${sayLeft(policies.left, say)}`}`],
    [say("engine"), codeSpan(report.engine)],
    ...Object.entries(report.digests).map(([what, digest]) => [say("digests", { what }), codeSpan(digest)]),
  ];
  return `### ${sentence(say("judgedHeading"))}\n\n${table(["", ""], rows)}`;
}

function reproduceSection({ command }: CheckContext, say: Say): string {
  // One line, whatever the names of files hold.
  return `### ${say("reproduceHeading")}\n\n${codeBlock(visible(command), "sh")}`;
}
