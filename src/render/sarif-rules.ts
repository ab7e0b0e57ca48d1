import type { ReportingDescriptor, Result } from "sarif";
import type { Finding } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import { basisWords } from "./finding-notes.ts";
import { inline } from "./inline.ts";
import { oneLine } from "./visible.ts";
import { sayIn, sentence } from "./words.ts";
import { worstFirst } from "./worst-first.ts";

/** What SARIF calls the effect: a block is an error, what waits or warns a warning, the rest notes. */
export function sarifLevel({ effect, state }: Finding): "error" | "warning" | "note" {
  if (state === "upcoming" || effect === "note") return "note";
  return effect === "block" ? "error" : "warning";
}

/** The rules that the findings name, sorted by id, each described by its worst finding. */
export function sarifRules(
  findings: readonly Finding[],
  helpUri: (rule: string) => string | undefined,
  language: Language,
): ReportingDescriptor[] {
  const worst = new Map<string, Finding>();
  for (const finding of worstFirst(findings)) if (!worst.has(finding.rule)) worst.set(finding.rule, finding);
  return [...worst.values()]
    .toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
    .map((finding) => descriptor(finding, helpUri(finding.rule), language));
}

function descriptor(finding: Finding, uri: string | undefined, language: Language): ReportingDescriptor {
  const { rule, title, why, policy, severity } = finding;
  const level: Result.level = sarifLevel(finding);
  return {
    id: rule,
    shortDescription: { text: oneLine(title) },
    fullDescription: { text: oneLine(why ?? title) },
    help: {
      text: ruleText(finding, language),
      markdown: ruleLines(finding, language)
        .map(([label, text]) => `- ${label}: ${inline(text)}`)
        .join("\n"),
    },
    ...(uri === undefined ? {} : { helpUri: uri }),
    defaultConfiguration: { level },
    properties: {
      tags: policy === null ? ["file"] : [policy.replace(/@.*$/, "")],
      policy,
      severity,
      precision: "very-high",
    },
  };
}

/** Why, on what basis and what to do, as lines of plain text. */
export function ruleText(finding: Finding, language: Language): string {
  return ruleLines(finding, language)
    .map(([label, text]) => `${sentence(label)}: ${oneLine(text)}`)
    .join("\n");
}

function ruleLines(finding: Finding, language: Language): readonly (readonly [string, string])[] {
  const say = sayIn(language);
  const basis = basisWords(finding, say);
  return [
    [say("why"), finding.why ?? finding.title] as const,
    ...(basis.length === 0 ? [] : [[say("basis"), basis.join("; ")] as const]),
    ...(finding.help === null ? [] : [[say("help"), finding.help] as const]),
  ];
}
