import type { Finding } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import type { Review } from "../model/review.ts";
import type { Source } from "../model/source.ts";
import { codeBlock } from "./code-block.ts";
import { codeSpan } from "./code-span.ts";
import { fixedLines } from "./fixed-lines.ts";
import { inline } from "./inline.ts";
import { isRightToLeft } from "./isolate.ts";
import { REMARK_WORDS } from "./remark-words.ts";
import { ruleLabel } from "./rule-label.ts";
import { standingOf } from "./tally.ts";
import { sayFrom, sayIn, sentence } from "./words.ts";
import { worstFirst } from "./worst-first.ts";

/** How the first line of every remark of ours begins. */
export const REMARK_MARKER = "<!-- bylaw:inline";

/** A finding to be said on the lines it stands on, if a reader sees them. */
export interface Remark extends Lines {
  readonly fingerprint: string;
  readonly rule: string;
  readonly path: string;
  readonly body: string;
  /** The same with a fix to take over, for exactly these lines. */
  readonly suggestion: (Lines & { readonly body: string }) | undefined;
}

/** Lines of a file at the head, counted from 1, both included. */
interface Lines {
  readonly line: number;
  readonly endLine: number;
}

/** The open findings of a review as remarks on lines of `head`'s files, worst first, one for each finding. */
export function renderRemarks(review: Review, head: readonly Source[]): readonly Remark[] {
  const { language } = review;
  const files = new Map(head.map((source) => [source.file, source]));
  const open = worstFirst(review.reports[language].findings).filter(({ state }) => state === "open");
  const each = [...new Map(open.map((finding) => [finding.fingerprint, finding])).values()];
  return each.flatMap((finding) => {
    const source = files.get(finding.location.file);
    return source === undefined ? [] : remarkOf(finding, source, language);
  });
}

/** What a remark becomes once its finding is gone. */
export function renderSettled(
  { fingerprint, rule }: Pick<Remark, "fingerprint" | "rule">,
  { head, language }: { readonly head: string; readonly language: Language },
): string {
  const say = sayFrom(REMARK_WORDS[language], language);
  const words = `${codeSpan(rule)} ${say("settled", { head: codeSpan(head.slice(0, 12)) })}.`;
  return `${REMARK_MARKER} ${rule} ${fingerprint} settled -->\n${directed(words, language)}`;
}

/** What stands above the remarks of one review. */
export function renderRemarksHeading(language: Language): string {
  const say = sayFrom(REMARK_WORDS[language], language);
  return `<!-- bylaw:review -->\n${directed(`**Bylaw**: ${say("review")}.`, language)}`;
}

/** What the first line of a remark says of it; `undefined` for a text that is no remark. */
export function readRemark(
  body: string,
): (Pick<Remark, "fingerprint" | "rule"> & { readonly settled: boolean }) | undefined {
  const match = /^<!-- bylaw:inline ([A-Za-z0-9-]+) ([0-9a-f]{16})( settled)? -->(?:\r?\n|$)/.exec(body);
  const [, rule, fingerprint, settled] = match ?? [];
  if (rule === undefined || fingerprint === undefined) return undefined;
  return { rule, fingerprint, settled: settled !== undefined };
}

function remarkOf(finding: Finding, source: Source, language: Language): Remark {
  const { fingerprint, rule, location } = finding;
  const words = `${REMARK_MARKER} ${rule} ${fingerprint} -->\n${directed(wordsOf(finding, language), language)}`;
  const fixed = finding.fix === null ? undefined : fixedLines(source.bytes, finding.fix);
  const say = sayFrom(REMARK_WORDS[language], language);
  return {
    fingerprint,
    rule,
    path: location.file,
    line: location.line,
    endLine: location.end_line,
    body: words,
    suggestion: fixed && {
      line: fixed.line,
      endLine: fixed.endLine,
      body: [words, directed(`${say("offered")}:`, language), codeBlock(fixed.text, "suggestion")].join(
        "\n\n",
      ),
    },
  };
}

function wordsOf(finding: Finding, language: Language): string {
  const say = sayIn(language);
  const what = `**${say(standingOf(finding))}** ${codeSpan(ruleLabel(finding))} ${inline(finding.title)}: ${inline(finding.message)}`;
  if (finding.help === null) return what;
  return `${what}\n\n${sentence(say("help"))}: ${inline(finding.help)}`;
}

function directed(text: string, language: Language): string {
  return isRightToLeft(language) ? `<div dir="rtl">\n\n${text}\n\n</div>` : text;
}
