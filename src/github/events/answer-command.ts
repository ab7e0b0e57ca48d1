import type { Bundle } from "../../engine/bundle.ts";
import { loadBundle } from "../../engine/load-bundle.ts";
import { review } from "../../engine/review.ts";
import { explainRule } from "../../explain/explain-rule.ts";
import { findRule, nearestRules } from "../../explain/find-rule.ts";
import { outlineMarkdown } from "../../explain/outline-markdown.ts";
import { ruleSetting } from "../../explain/rule-setting.ts";
import type { Language } from "../../model/language.ts";
import type { ReviewInput } from "../../model/review.ts";
import { codeBlock } from "../../render/code-block.ts";
import { codeSpan } from "../../render/code-span.ts";
import { fitItems } from "../../render/fit-items.ts";
import { isRightToLeft } from "../../render/isolate.ts";
import { waiverFile } from "../../render/waiver-file.ts";
import { ANSWER_WORDS } from "./answer-words.ts";

/** A question about a rule, as a comment asks it. */
export interface Question {
  readonly name: "explain" | "waiver";
  readonly rule: string;
}

/** Waivers written out in one answer. */
const MOST_WAIVERS = 5;

/** Bytes of a rule in words; GitHub takes 65,536 characters. */
const ROOM = 50_000;

/**
 * Answers a question in Markdown, in the repository's language: a rule of the base in words, or the waivers that the open
 * findings of a rule would need. Nothing submitted stands in it outside a code span or block.
 */
export function answerCommand(input: ReviewInput, question: Question): string {
  const { bundle, problems } = loadBundle(input.base, { gate: true });
  const language = bundle.configuration.language ?? "en";
  const answer =
    problems.length > 0
      ? ANSWER_WORDS[language].unsound
      : question.name === "explain"
        ? ruleInWords(bundle, question.rule, { asOf: input.asOf, language })
        : waivers(input, bundle, question.rule, language);
  return isRightToLeft(language) ? `<div dir="rtl">\n\n${answer}\n\n</div>` : answer;
}

function ruleInWords(
  bundle: Bundle,
  id: string,
  { asOf, language }: { readonly asOf: string; readonly language: Language },
): string {
  const words = findRule({ id, language, date: asOf }, bundle);
  if (words === undefined) return unknown(bundle, id, language);
  const [title, ...entries] = explainRule(words, ruleSetting(words, bundle, { asOf, language }));
  const heading = outlineMarkdown(title === undefined ? [] : [title]).map((item) =>
    item.replace(/^- /, "### "),
  );
  return [...heading, fitItems(outlineMarkdown(entries), ROOM).text].join("\n\n");
}

function waivers(input: ReviewInput, bundle: Bundle, id: string, language: Language): string {
  const say = ANSWER_WORDS[language];
  const rule = findRule({ id, language, date: input.asOf }, bundle)?.id;
  if (rule === undefined) return unknown(bundle, id, language);
  const open = review(input).reports[language].findings.filter(
    (finding) => finding.rule === rule && finding.state === "open",
  );
  if (open.length === 0) return say.noFinding(codeSpan(rule));
  if (!open.every(({ waivable }) => waivable)) return say.notWaivable(codeSpan(rule));
  const shown = open
    .slice(0, MOST_WAIVERS)
    .flatMap((finding) => [
      say.waiver(codeSpan(rule), codeSpan(`${finding.location.file}:${finding.location.line}`)),
      codeBlock(waiverFile(finding, input.asOf), "yaml"),
    ]);
  const left = open.length - MOST_WAIVERS;
  return [...shown, ...(left > 0 ? [say.more(left)] : []), say.counts].join("\n\n");
}

function unknown(bundle: Bundle, id: string, language: Language): string {
  return ANSWER_WORDS[language].unknownRule(codeSpan(id), nearestRules(id, bundle).map(codeSpan).join(", "));
}
