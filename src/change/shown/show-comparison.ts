import type { Comparison, DatedComparison } from "../../model/comparison.ts";
import type { Language } from "../../model/language.ts";
import type { ShownComparison } from "../../model/set-change.ts";
import type { Vocabulary } from "../../rules/vocabulary.ts";
import { showCase } from "./show-case.ts";

/** A comparison as people read it. */
export function showComparison(
  { kind, spans, tighter, looser, reasons }: Comparison & { readonly spans: readonly DatedComparison[] },
  words: Vocabulary,
  language: Language,
): ShownComparison {
  return {
    kind,
    spans: spans.map(({ from, to, kind: of }) => ({ from, to, kind: of })),
    tighter: tighter === undefined ? null : showCase(tighter, words, language),
    looser: looser === undefined ? null : showCase(looser, words, language),
    reasons,
  };
}
